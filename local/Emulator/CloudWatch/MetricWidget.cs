namespace WorkoutLog.Local.CloudWatch;

internal sealed record MetricWidget(MetricRequest Request, ImmutableArray<MetricWidget.Line> Lines)
{
    private const int DefaultPeriodSeconds = 300;
    private const string DefaultStatistic = "Average";

    public static MetricWidget From(JsonObject properties)
    {
        var rows = WidgetRow.ReadAll(properties["metrics"] as JsonArray ?? []);
        var queries = rows.Select((row, place) => Query(row, place, properties)).ToImmutableArray();
        return new MetricWidget(new MetricRequest(queries), [.. rows.Zip(queries, (row, query) => new Line(
            query, TimeSpan.FromSeconds(row.Options.Integer("period") ?? properties.Integer("period") ?? DefaultPeriodSeconds), row.Options.Text("yAxis")))]);
    }

    public ImmutableArray<WidgetSeries> Read(MetricStore metrics, TimeSpan range, DateTimeOffset now) =>
    [
        .. Lines.Where(line => line.Query.ReturnData).Select(line =>
        {
            var grid = TimeGrid.Over(range, line.Period, now);
            var stat = line.Query is MetricQuery.Stored stored ? stored.Statistic.Name : ((MetricQuery.Math)line.Query).Text;
            return new WidgetSeries(line.Query.Label, stat, grid.Points(Request.Read(line.Query, metrics, grid)), line.YAxis);
        }),
    ];

    private static MetricQuery Query(WidgetRow row, int place, JsonObject properties)
    {
        var id = row.Options.Text("id") ?? $"row {place}";
        var isVisible = row.Options["visible"]?.GetValue<bool>() ?? true;
        if (row.Options.Text("expression") is { } expression)
        {
            return new MetricQuery.Math(id, row.Options.Text("label") ?? expression, isVisible, expression);
        }

        if (row.Names.Length < 2 || row.Names.Length % 2 != 0)
        {
            throw new UserErrorException($"A widget row must be a namespace, a metric, and pairs of dimension name and value; got [{string.Join(", ", row.Names)}].");
        }

        var dimensions = row.Names[2..].Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        return new MetricQuery.Stored(
            id, row.Options.Text("label") ?? row.Names[1], isVisible, new MetricId(row.Names[0], row.Names[1], dimensions),
            Statistic.Parse(row.Options.Text("stat") ?? properties.Text("stat") ?? DefaultStatistic));
    }

    public sealed record Line(MetricQuery Query, TimeSpan Period, string? YAxis);
}

/// <summary>One row of a widget's <c>metrics</c>, with its shorthand expanded.</summary>
/// <param name="Names">Namespace, metric, then alternating dimension names and values; empty for a row of metric math.</param>
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
            // Repeats as many elements as this row has fewer than the row before.
            names = [.. names[..rest], .. Enumerable.Repeat(Same, Math.Max(0, before.Length - names.Length + 1)), .. names[(rest + 1)..]];
        }

        return [.. names.Select((name, place) => name != Same
            ? name
            : place < before.Length ? before[place] : throw new UserErrorException($"Place {place} of a widget row repeats an element that the previous row does not have."))];
    }
}

/// <summary>One line of a dashboard's graph.</summary>
/// <param name="Stat">The statistic; for metric math, the expression.</param>
/// <param name="Points">In chronological order; a period without data has no point.</param>
/// <param name="YAxis"><c>left</c> or <c>right</c>; null if the row does not set it.</param>
public sealed record WidgetSeries(string Label, string Stat, ImmutableArray<MetricPoint> Points, string? YAxis);
