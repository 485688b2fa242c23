using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.CloudWatch.Dashboards;

/// <summary>One row of a widget's <c>metrics</c>, its shorthand written out.</summary>
/// <param name="Names">Namespace, metric, then dimension names and values in turn; empty for a row of metric math.</param>
internal sealed record WidgetRow(ImmutableArray<string> Names, JsonObject Options)
{
    private const string Same = ".";
    private const string SameRest = "...";

    public static ImmutableArray<WidgetRow> ReadAll(JsonArray rows)
    {
        var all = ImmutableArray.CreateBuilder<WidgetRow>();
        ImmutableArray<string> before = [];
        foreach (var row in rows.OfType<JsonArray>())
        {
            var names = WriteOut([.. row.OfType<JsonValue>().Select(name => name.GetValue<string>())], before);
            all.Add(new WidgetRow(names, row.OfType<JsonObject>().SingleOrDefault() ?? []));
            before = names.IsEmpty ? before : names;
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<string> WriteOut(ImmutableArray<string> names, ImmutableArray<string> before)
    {
        var rest = names.IndexOf(SameRest);
        if (rest >= 0)
        {
            // As many as are short of the row before.
            names = [.. names[..rest], .. Enumerable.Repeat(Same, Math.Max(0, before.Length - names.Length + 1)), .. names[(rest + 1)..]];
        }

        return [.. names.Select((name, place) => name != Same
            ? name
            : place < before.Length ? before[place] : throw new UserErrorException($"Place {place} of a widget's row repeats a row that has no such place."))];
    }
}
