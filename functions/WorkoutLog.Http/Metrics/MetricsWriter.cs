using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage;

namespace WorkoutLog.Http.Metrics;

/// <summary>Writes what a function did as lines from which CloudWatch makes metrics, without any call.</summary>
/// <remarks>Nothing in them belongs to a user.</remarks>
/// <param name="output">The function's standard output: whole lines are written to it, whatever the level of its log.</param>
/// <param name="environment">The stack.</param>
/// <param name="monitoring">Decides whether the type of new workouts is a dimension of their metrics.</param>
public sealed class MetricsWriter(Stream output, TimeProvider time, string environment, MonitoringLevel monitoring)
{
    /// <summary>Leaves out what is zero; writes nothing when all is.</summary>
    public void Write(RequestMetrics metrics, RequestScope scope)
    {
        foreach ((var type, Totals logged) in metrics.Logged)
        {
            Write(
                type,
                MetricValue.Count(MetricNames.WorkoutsLogged, logged.Workouts),
                MetricValue.Amount(MetricNames.CaloriesBurned, logged.CaloriesBurned),
                MetricValue.Amount(MetricNames.DurationMinutes, logged.DurationMinutes));
        }

        Write(
            RequestMetrics.NoType,
            MetricValue.Count(MetricNames.ValidationErrors, metrics.ValidationErrors),
            MetricValue.Count(MetricNames.IdempotentReplays, metrics.IdempotentReplays),
            MetricValue.Count(MetricNames.Conflicts, scope.Conflicts),
            MetricValue.Count(MetricNames.ConsumedReadUnits, (decimal)scope.ReadUnits),
            MetricValue.Count(MetricNames.ConsumedWriteUnits, (decimal)scope.WriteUnits));
    }

    /// <summary>Outside of any request.</summary>
    /// <param name="parameters">How many were refused in one read; zero is left out.</param>
    public void WriteRefused(int parameters) => Write(RequestMetrics.NoType, MetricValue.Count(MetricNames.ConfigurationRefused, parameters));

    private void Write(string workoutType, params MetricValue[] values)
    {
        MetricValue[] counted = [.. values.Where(metric => metric.Value != 0)];
        if (counted.Length > 0)
        {
            output.Write(EmbeddedMetrics.Line(time.GetUtcNow(), environment, workoutType, monitoring, counted));
            output.Flush();
        }
    }
}
