namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Compares two dashboards, widget by widget. A move is not a difference.</summary>
internal static class DashboardDifferences
{
    public static ImmutableArray<DocumentLine> Between(JsonObject before, JsonObject after)
    {
        var (old, now) = (Named(before), Named(after));
        ImmutableArray<DocumentLine> lines =
        [
            .. Line(Sign.Added, now.Keys.Where(name => !old.ContainsKey(name))),
            .. Line(Sign.Removed, old.Keys.Where(name => !now.ContainsKey(name))),
            .. Line(Sign.Changed, now.Keys.Where(name => old.ContainsKey(name) && !JsonNode.DeepEquals(old[name]["properties"], now[name]["properties"]))),
        ];
        return lines.Length > 0 ? lines : [new DocumentLine(Sign.Changed, "the positions of its widgets")];
    }

    private static DocumentLine[] Line(Sign sign, IEnumerable<string> names) =>
        names.ToArray() is { Length: > 0 } widgets ? [new DocumentLine(sign, $"{(widgets.Length == 1 ? "widget" : "widgets")} {string.Join(", ", widgets)}")] : [];

    // By title; widgets with the same title are numbered.
    private static Dictionary<string, JsonObject> Named(JsonObject dashboard) => dashboard.Objects("widgets")
        .GroupBy(Title)
        .SelectMany(alike => alike.Select((widget, index) => (Name: index == 0 ? $"\"{alike.Key}\"" : $"\"{alike.Key}\" ({index + 1})", Widget: widget)))
        .ToDictionary(named => named.Name, named => named.Widget, StringComparer.Ordinal);

    private static string Title(JsonObject widget)
    {
        var markdown = widget["properties"]?["markdown"]?.ToString();
        return widget["properties"]?["title"]?.ToString() ?? markdown?.Split('\n')[0].TrimStart('#', ' ') ?? $"{widget["type"]}";
    }
}
