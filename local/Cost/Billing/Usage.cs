namespace WorkoutLog.Local.Cost.Billing;

/// <summary>What a resource uses in a month of one thing that has a price.</summary>
/// <param name="Type">Of the resource, in Pulumi's words.</param>
/// <param name="What">For people; usages of the same resource type and text are one line of the bill.</param>
/// <param name="Price">Name of the price.</param>
internal sealed record Usage(string Type, string What, string Price, double Quantity);
