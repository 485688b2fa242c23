namespace WorkoutLog.Local.Plan.Documents;

/// <summary>One thing that differs between two descriptions of the API.</summary>
/// <param name="Route">Method and path.</param>
/// <param name="Breaks">Clients that kept to the description before may fail with the one after.</param>
internal sealed record ApiDifference(string Route, Sign Sign, string Text, bool Breaks)
{
    public DocumentLine Line => new(Sign, Text.StartsWith('→') ? $"route {Route} {Text}" : $"route {Route}: {Text}");
}
