using System.Text.Json.Nodes;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Naming;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>A log group: what is written to it, and what is kept of that.</summary>
internal static class LogUsage
{
    private const double BytesPerGigabyte = 1L << 30;

    // Which CloudWatch adds to each event that it keeps.
    private const int KeptBytesPerEvent = 26;

    private sealed record Written(string Who, string Price, double EventsPerDay, double BytesPerDay);

    /// <exception cref="UserErrorException">Nobody is known who writes to the group.</exception>
    public static IEnumerable<Usage> Of(GraphResource group, ResourceGraph graph, Workload load)
    {
        var written = Writer(group.Inputs.Text("name")!, group.Outputs.Text("arn")!, graph, load)
            ?? throw new UserErrorException($"Who writes to the log group '{group.Name}' is not known. Say it in local/Cost/Billing/{nameof(LogUsage)}.cs.");
        var history = Assumptions.MonthsOfHistory * Workload.DaysPerMonth;
        // Without a retention the events stay for ever.
        var days = group.Inputs.Integer("retentionInDays") is { } retention and > 0 ? Math.Min(retention, history) : history;
        var keptPerDay = (written.BytesPerDay * Assumptions.LogCompression) + (written.EventsPerDay * KeptBytesPerEvent);
        yield return new(group.Type, $"logs of the {written.Who}, written", written.Price, written.BytesPerDay * Workload.DaysPerMonth / BytesPerGigabyte);
        yield return new(group.Type, "logs, kept", "logStorage", keptPerDay * days / BytesPerGigabyte);
    }

    private static Written? Writer(string name, string arn, ResourceGraph graph, Workload load)
    {
        if (graph.OfType(ResourceTypes.Function).FirstOrDefault(function => Logging(function)?.Text("logGroup") == name) is { } function)
        {
            return OfFunction(function, load);
        }

        if (graph.OfType(ResourceTypes.Stage).FirstOrDefault(stage => AccessLogging(stage)?.Text("destinationArn") == arn) is { } stage)
        {
            var bytes = AccessLogLine.Bytes(AccessLogging(stage)!.Text("format")!);
            return new("API, access", "apiLogs", load.RequestsPerDay, load.RequestsPerDay * bytes);
        }

        return name.StartsWith(ExecutionLogs.GroupPrefix, StringComparison.Ordinal) ? OfExecution(graph, load) : null;
    }

    private static Written OfFunction(GraphResource function, Workload load)
    {
        var share = FunctionShare.Of(function, load);
        var level = function.Inputs["environment"]?["variables"]?[FunctionEnvironment.LogLevel]?.GetValue<string>() ?? "INFO";
        var ownLine = level is "DEBUG" or "INFO" ? Assumptions.RequestLineBytes : 0;
        // Above INFO Lambda leaves its lines on single invocations out.
        var platform = (Logging(function)!.Text("systemLogLevel") ?? "INFO") == "WARN" ? 0 : Assumptions.PlatformLineBytes;
        var bytes = share.MetricBytes + ownLine + platform;
        // The metric lines, the request's line, and two of the platform.
        return new("functions", "functionLogs", share.RequestsPerDay * 5, share.RequestsPerDay * bytes);
    }

    private static Written OfExecution(ResourceGraph graph, Workload load)
    {
        var logsAll = graph.OfType(ResourceTypes.MethodSettings).Any(settings => (settings.Inputs["settings"] as JsonObject)?.Text("loggingLevel") == "INFO");
        return new("API, execution", "apiLogs", logsAll ? load.RequestsPerDay * 20 : 0, logsAll ? load.RequestsPerDay * Assumptions.ExecutionLogBytes : 0);
    }

    private static JsonObject? Logging(GraphResource function) => function.Inputs["loggingConfig"] as JsonObject;

    private static JsonObject? AccessLogging(GraphResource stage) => stage.Inputs["accessLogSettings"] as JsonObject;
}
