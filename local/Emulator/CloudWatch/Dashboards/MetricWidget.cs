using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.MetricMath;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Queries;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Dashboards;

/// <summary>A metric widget as its properties declare it.</summary>
/// <param name="Lines">One for each line of the request.</param>
internal sealed record MetricWidget(MetricRequest Request, ImmutableArray<MetricWidget.Line> Lines)
{
    private const int DefaultPeriodSeconds = 300;
    private const string DefaultStatistic = "Average";

    /// <exception cref="UserErrorException">It uses something that a local run does not know.</exception>
    public static MetricWidget From(JsonObject properties)
    {
        var rows = WidgetRow.ReadAll(properties["metrics"] as JsonArray ?? []);
        var queries = rows.Select((row, place) => Query(row, place, properties)).ToImmutableArray();
        var lines = rows.Select((row, place) => new Line(
            queries[place],
            TimeSpan.FromSeconds(row.Options.Integer("period") ?? properties.Integer("period") ?? DefaultPeriodSeconds),
            row.Options.Text("yAxis")));
        return new MetricWidget(new MetricRequest(queries), [.. lines]);
    }

    /// <param name="range">Back from now.</param>
    /// <param name="now">Metric time.</param>
    /// <exception cref="UserErrorException">An expression can't be evaluated.</exception>
    public ImmutableArray<WidgetSeries> Read(MetricStore metrics, TimeSpan range, DateTimeOffset now) =>
    [
        .. Lines.Where(line => line.Query.ReturnData).Select(line =>
        {
            var grid = TimeGrid.Over(range, line.Period, now);
            var stat = line.Query switch
            {
                MetricQuery.Stored stored => stored.Statistic.Name,
                MetricQuery.Math math => math.Text,
                _ => "",
            };
            return new WidgetSeries(line.Query.Label, stat, grid.Points(Request.Read(line.Query, metrics, grid).AsSpan()), line.YAxis);
        }),
    ];

    private static MetricQuery Query(WidgetRow row, int place, JsonObject properties)
    {
        var id = row.Options.Text("id") ?? $"row {place}";
        var isVisible = row.Options["visible"]?.GetValue<bool>() ?? true;
        if (row.Options.Text("expression") is { } expression)
        {
            return new MetricQuery.Math(id, row.Options.Text("label") ?? expression, isVisible, expression, MathParser.Read(expression));
        }

        if (row.Names.Length < 2 || row.Names.Length % 2 != 0)
        {
            throw new UserErrorException($"A row of a widget names a namespace, a metric, and pairs of dimensions; received [{string.Join(", ", row.Names)}].");
        }

        var dimensions = row.Names[2..].Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        return new MetricQuery.Stored(
            id,
            row.Options.Text("label") ?? row.Names[1],
            isVisible,
            new MetricId(row.Names[0], row.Names[1], dimensions),
            Statistic.Parse(row.Options.Text("stat") ?? properties.Text("stat") ?? DefaultStatistic));
    }

    /// <param name="YAxis">Null where the row does not say.</param>
    public sealed record Line(MetricQuery Query, TimeSpan Period, string? YAxis);
}
