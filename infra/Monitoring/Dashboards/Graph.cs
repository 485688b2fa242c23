using System.Collections.Immutable;

namespace WorkoutLog.Infra.Monitoring.Dashboards;

/// <summary>One graph of a dashboard.</summary>
/// <param name="Unit">Unit of the values.</param>
public sealed record Graph(string Title, string Unit, ImmutableArray<Line> Lines)
{
    /// <summary>Draws the lines stacked, as parts of a whole.</summary>
    public bool Stacked { get; init; }

    public ImmutableArray<Mark> Marks { get; init; } = [];
}

/// <summary>One line of a graph. Closed: one of the two nested types.</summary>
public abstract record Line
{
    private Line()
    {
    }

    /// <summary>A metric without math.</summary>
    public static Line Of(Metric metric, string statistic, string label) => new Plain(new MetricSeries(metric, statistic, label));

    /// <summary>A metric without math.</summary>
    public sealed record Plain(MetricSeries Series) : Line;

    /// <param name="Expression">Metric math, with <c>{0}</c> for <paramref name="Series"/>.</param>
    public sealed record Computed(string Label, MetricSeries Series, string Expression) : Line;
}
