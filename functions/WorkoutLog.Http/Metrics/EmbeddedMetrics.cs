using System.Buffers;
using System.Text.Json;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;

namespace WorkoutLog.Http.Metrics;

/// <summary>CloudWatch's embedded metric format: a JSON object whose member <c>_aws</c> says which other members are metrics.</summary>
internal static class EmbeddedMetrics
{
    /// <summary>One object and the end of the line, in UTF-8.</summary>
    /// <param name="workoutType">Stands in the line, where queries of the log find it; empty for none.</param>
    /// <param name="monitoring">With <see cref="MonitoringLevel.Detailed"/> the type is a second dimension, beside that of the environment alone.</param>
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
