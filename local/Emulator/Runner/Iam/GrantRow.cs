namespace WorkoutLog.Local.Runner.Iam;

/// <summary>What became of one right, or of one attempt without a right.</summary>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="Action">As the policy says it, or as it was called.</param>
/// <param name="Resource">As the policy says it, or as it was called.</param>
/// <param name="Granted">Whether a policy allows it.</param>
/// <param name="Used">How often it was made use of.</param>
/// <param name="Denied">How often it was denied.</param>
/// <param name="Unseen">Why a use could not be seen in a local run; null where it could.</param>
public sealed record GrantRow(string Function, string Action, string Resource, bool Granted, int Used, int Denied, string? Unseen)
{
    public bool IsUnused => Granted && Used == 0 && Unseen is null;
}
