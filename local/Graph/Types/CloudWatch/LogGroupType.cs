using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class LogGroupType() : AwsResourceType(
    Token, new Emulation.Unsupported("logs go to standard error and are not kept"),
    new Replacement("logGroupClass", "name", "namePrefix", "region") { NamedBy = "name", Holds = "its log events" },
    new Charge.ByUsage(Events))
{
    public const string Token = "aws:cloudwatch/logGroup:LogGroup";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("logs", $"log-group:{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [inputs.Word("name"), $"{inputs.Word("retentionInDays")} days", .. When(inputs["kmsKeyId"] is not null, "customer key")];

    // Overhead that CloudWatch adds to each stored event.
    private const int KeptBytesPerEvent = 26;

    private sealed record Written(string Who, string Price, double EventsPerDay, double BytesPerDay);

    /// <exception cref="UserErrorException">The writer of the group is unknown.</exception>
    private static IEnumerable<Usage> Events(GraphResource group, ResourceGraph graph, Workload load)
    {
        var written = Writer(group.Inputs.Text("name")!, group.Outputs.Text("arn")!, graph, load)
            ?? throw new UserErrorException($"The writer of the log group '{group.Name}' is unknown. Fix: add it to {nameof(LogGroupType)}.cs.");
        var history = Assumptions.MonthsOfHistory * Workload.DaysPerMonth;
        // Without a retention, events never expire.
        var days = group.Inputs.Integer("retentionInDays") is { } retention and > 0 ? Math.Min(retention, history) : history;
        var keptPerDay = (written.BytesPerDay * Assumptions.LogCompression) + (written.EventsPerDay * KeptBytesPerEvent);
        yield return new(Token, $"logs of the {written.Who}, written", written.Price, written.BytesPerDay * Workload.DaysPerMonth / Workload.BytesPerGigabyte);
        yield return new(Token, "logs, kept", "logStorage", keptPerDay * days / Workload.BytesPerGigabyte);
    }

    private static Written? Writer(string name, string arn, ResourceGraph graph, Workload load)
    {
        if (graph.OfType(FunctionType.Token).FirstOrDefault(function => function.Inputs.Word("loggingConfig", "logGroup") == name) is { } function)
        {
            return OfFunction(function, graph, load);
        }

        if (graph.OfType(StageType.Token).FirstOrDefault(stage => stage.Inputs.Word("accessLogSettings", "destinationArn") == arn) is { } stage)
        {
            var bytes = AccessLogLine.Bytes(stage.Inputs.Word("accessLogSettings", "format"));
            return new("API, access", "apiLogs", load.RequestsPerDay, load.RequestsPerDay * bytes);
        }

        return name.StartsWith(ExecutionLogs.GroupPrefix, StringComparison.Ordinal) ? OfExecution(graph, load) : null;
    }

    private static Written OfFunction(GraphResource function, ResourceGraph graph, Workload load)
    {
        var share = Demand.Of(graph).ShareOf(function, load);
        var ownLine = function.Inputs.Word("environment", "variables", FunctionEnvironment.LogLevel) is "DEBUG" or "INFO" or "" ? Assumptions.RequestLineBytes : 0;
        // Above INFO, Lambda omits its lines per invocation.
        var platform = function.Inputs.Word("loggingConfig", "systemLogLevel") == "WARN" ? 0 : Assumptions.PlatformLineBytes;
        var bytes = share.MetricBytes + ownLine + platform;
        // The metric lines, the request's line, and two of the platform.
        return new("functions", "functionLogs", share.RequestsPerDay * 5, share.RequestsPerDay * bytes);
    }

    private static Written OfExecution(ResourceGraph graph, Workload load)
    {
        var logsAll = graph.OfType(MethodSettingsType.Token).Any(settings => settings.Inputs.Word("settings", "loggingLevel") == "INFO");
        return new("API, execution", "apiLogs", logsAll ? load.RequestsPerDay * 20 : 0, logsAll ? load.RequestsPerDay * Assumptions.ExecutionLogBytes : 0);
    }
}
