using System.Collections.Immutable;

namespace WorkoutLog.Infra.Monitoring.Dashboards;

/// <summary>One graph of a dashboard: lines over time.</summary>
/// <param name="Unit">What the values count.</param>
public sealed record Graph(string Title, string Unit, ImmutableArray<Line> Lines)
{
    /// <summary>The lines are parts of a whole, drawn one on the other.</summary>
    public bool Stacked { get; init; }

    public ImmutableArray<Mark> Marks { get; init; } = [];
}

/// <summary>One line of a graph. Closed: one of the two nested types.</summary>
public abstract record Line
{
    private Line()
    {
    }

    /// <summary>A metric as it is.</summary>
    public static Line Of(Metric metric, string statistic, string label) => new Plain(new MetricSeries(metric, statistic, label));

    /// <summary>A metric as it is.</summary>
    public sealed record Plain(MetricSeries Series) : Line;

    /// <param name="Expression">Metric math, in which <c>{0}</c> stands for <paramref name="Series"/>.</param>
    public sealed record Computed(string Label, MetricSeries Series, string Expression) : Line;
}
