using WorkoutLog.Local.CloudWatch.MetricMath;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch.Queries;

/// <summary>One line of a request: a metric, or metric math over the other lines.</summary>
/// <param name="Id">By which expressions name it.</param>
/// <param name="Label">Empty where none is given.</param>
internal abstract record MetricQuery(string Id, string Label, bool ReturnData)
{
    public sealed record Stored(string Id, string Label, bool ReturnData, MetricId Metric, Statistic Statistic) : MetricQuery(Id, Label, ReturnData);

    /// <param name="Text">As it is written.</param>
    public sealed record Math(string Id, string Label, bool ReturnData, string Text, MathExpression Expression) : MetricQuery(Id, Label, ReturnData);
}
