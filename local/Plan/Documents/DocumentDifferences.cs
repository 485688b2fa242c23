namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Compares two JSON documents by statement, route or widget, others member by member.</summary>
internal static class DocumentDifferences
{
    private const int Shown = 3;

    public static ImmutableArray<DocumentLine> Between(JsonObject before, JsonObject after) => (before, after) switch
    {
        _ when ApiDocument.Find(before) is { } old && ApiDocument.Find(after) is { } now => Routes(old, now),
        _ when before.ContainsKey("Statement") && after.ContainsKey("Statement") => PolicyDifferences.Between(before, after),
        _ when before["widgets"] is JsonArray && after["widgets"] is JsonArray => DashboardDifferences.Between(before, after),
        _ => Members(before, after),
    };

    // Descriptions, examples and the gateway's own answers belong to no route.
    private static ImmutableArray<DocumentLine> Routes(ApiDocument before, ApiDocument after)
    {
        ImmutableArray<DocumentLine> routes =
        [
            .. ApiDifferences.Between(before, after).Select(one => one.Difference with { Text = $"route {one.Route}{(one.Difference.Text.StartsWith('→') ? "" : ":")} {one.Difference.Text}" }),
        ];
        if (routes.Length > 0)
        {
            return routes;
        }

        var members = Members(before.Body, after.Body);
        var more = members.Length > Shown ? $", and {members.Length - Shown} more" : "";
        return [new(Sign.Changed, $"no route changes, but {string.Join(", ", members.Take(Shown).Select(line => line.Text))}{more}")];
    }

    private static ImmutableArray<DocumentLine> Members(JsonObject before, JsonObject after) =>
    [
        .. PropertyDifferences.Between(before, after).Select(change => new DocumentLine(
            change.Before is null ? Sign.Added : change.After is null ? Sign.Removed : Sign.Changed,
            $"{change.Path} {ValueText.Change(change.Before, change.After)}")),
    ];
}

/// <summary>One difference in a document, as text.</summary>
/// <param name="Breaks">Of an API: existing clients may fail.</param>
internal sealed record DocumentLine(Sign Sign, string Text, bool Breaks = false);

internal enum Sign
{
    Added,
    Removed,
    Changed,
}
