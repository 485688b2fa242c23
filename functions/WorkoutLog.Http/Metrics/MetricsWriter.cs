using System.Buffers;
using System.Text.Json;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage;

namespace WorkoutLog.Http.Metrics;

/// <summary>Writes metrics as log lines that CloudWatch extracts, without API calls.</summary>
/// <remarks>They contain no user data.</remarks>
/// <param name="output">The function's standard output; lines are written at every log level.</param>
/// <param name="environment">The stack.</param>
/// <param name="monitoring">Determines whether the type of new workouts is a dimension of their metrics.</param>
public sealed class MetricsWriter(Stream output, TimeProvider time, string environment, MonitoringLevel monitoring)
{
    /// <summary>Omits zeros; writes nothing if all values are zero.</summary>
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
    /// <param name="parameters">Number of refused parameters in one read; zero is omitted.</param>
    public void WriteRefused(int parameters) => Write(RequestMetrics.NoType, MetricValue.Count(MetricNames.ConfigurationRefused, parameters));

    /// <summary>Outside of any request: one read of the parameters failed.</summary>
    public void WriteNotRead() => Write(RequestMetrics.NoType, MetricValue.Count(MetricNames.ParametersNotRead, 1));

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

/// <summary>CloudWatch's embedded metric format: a JSON object with a member <c>_aws</c> that lists which other members are metrics.</summary>
internal static class EmbeddedMetrics
{
    /// <summary>One object and the end of the line, in UTF-8.</summary>
    /// <param name="workoutType">Written to the line for log queries; empty for none.</param>
    /// <param name="monitoring">With <see cref="MonitoringLevel.Detailed"/> the metric is also emitted with the type as a second dimension.</param>
    public static ReadOnlySpan<byte> Line(DateTimeOffset now, string environment, string workoutType, MonitoringLevel monitoring, IReadOnlyList<MetricValue> values)
    {
        var hasType = workoutType.Length > 0;
        var buffer = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(buffer))
        {
            line.WriteStartObject();
            WriteDirective(line, now, hasType && monitoring == MonitoringLevel.Detailed, values);
            line.WriteString(MetricNames.Environment, environment);
            if (hasType)
            {
                line.WriteString(MetricNames.WorkoutType, workoutType);
            }

            foreach (MetricValue metric in values)
            {
                line.WriteNumber(metric.Name, ExactDecimal.Trim(metric.Value));
            }

            line.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void WriteDirective(Utf8JsonWriter line, DateTimeOffset now, bool byType, IReadOnlyList<MetricValue> values)
    {
        line.WriteStartObject("_aws");
        line.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        line.WriteStartArray("CloudWatchMetrics");
        line.WriteStartObject();
        line.WriteString("Namespace", MetricNames.Namespace);
        line.WriteStartArray("Dimensions");
        WriteDimensions(line, MetricNames.Environment);
        if (byType)
        {
            WriteDimensions(line, MetricNames.Environment, MetricNames.WorkoutType);
        }

        line.WriteEndArray();
        line.WriteStartArray("Metrics");
        foreach (MetricValue metric in values)
        {
            line.WriteStartObject();
            line.WriteString("Name", metric.Name);
            line.WriteString("Unit", metric.Unit);
            line.WriteEndObject();
        }

        line.WriteEndArray();
        line.WriteEndObject();
        line.WriteEndArray();
        line.WriteEndObject();
    }

    private static void WriteDimensions(Utf8JsonWriter line, params ReadOnlySpan<string> names)
    {
        line.WriteStartArray();
        foreach (var name in names)
        {
            line.WriteStringValue(name);
        }

        line.WriteEndArray();
    }
}

/// <summary>One metric with its value.</summary>
/// <param name="Unit">A CloudWatch unit; it has none for minutes or kilocalories.</param>
internal readonly record struct MetricValue(string Name, string Unit, decimal Value)
{
    public static MetricValue Count(string name, decimal value) => new(name, "Count", value);

    public static MetricValue Amount(string name, decimal value) => new(name, "None", value);
}
