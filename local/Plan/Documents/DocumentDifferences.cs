using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Documents;

/// <summary>What differs between two JSON documents, in the terms of what they are: statements, routes, widgets; else member by member.</summary>
internal static class DocumentDifferences
{
    private const int Shown = 3;

    public static ImmutableArray<DocumentLine> Between(JsonObject before, JsonObject after) => (before, after) switch
    {
        _ when ApiDocument.Is(before) && ApiDocument.Is(after) => Api(before, after),
        _ when before.ContainsKey("Statement") && after.ContainsKey("Statement") => PolicyDifferences.Between(before, after),
        _ when before["widgets"] is JsonArray && after["widgets"] is JsonArray => DashboardDifferences.Between(before, after),
        _ => Members(before, after),
    };

    private static ImmutableArray<DocumentLine> Api(JsonObject before, JsonObject after)
    {
        ImmutableArray<DocumentLine> routes = [.. ApiDifferences.Between(ApiDocument.Read(before), ApiDocument.Read(after)).Select(difference => difference.Line)];
        return routes.Length > 0 ? routes : [BesideRoutes(Members(before, after))];
    }

    // Descriptions, examples and the gateway's own answers are no route of anybody.
    private static DocumentLine BesideRoutes(ImmutableArray<DocumentLine> members)
    {
        var more = members.Length > Shown ? $", and {members.Length - Shown} more" : "";
        return new DocumentLine(Sign.Changed, $"no route changes, but {string.Join(", ", members.Take(Shown).Select(line => line.Text))}{more}");
    }

    private static ImmutableArray<DocumentLine> Members(JsonObject before, JsonObject after) =>
    [
        .. PropertyDifferences.Between(before, after).Select(change => new DocumentLine(
            change.Before is null ? Sign.Added : change.After is null ? Sign.Removed : Sign.Changed,
            $"{change.Path} {ValueText.Change(change.Before, change.After)}")),
    ];
}
