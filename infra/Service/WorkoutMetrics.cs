using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Service;

/// <summary>The metrics that the functions and the repair emit.</summary>
internal static class WorkoutMetrics
{
    /// <param name="metric">One of <see cref="MetricNames"/>.</param>
    /// <param name="environment">The stack's name in its metrics.</param>
    public static Metric Of(string metric, string environment) =>
        new(MetricNames.Namespace, metric, [new MetricDimension(MetricNames.Environment, environment)]);

    /// <param name="metric">A metric that the functions also emit by type.</param>
    public static Metric OfType(string metric, string environment, string type)
    {
        var all = Of(metric, environment);
        return all with { Dimensions = [.. all.Dimensions, new MetricDimension(MetricNames.WorkoutType, type)] };
    }
}
