using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Service;

/// <summary>The saved log queries of the runbooks.</summary>
/// <remarks>Every access log value is a string; Logs Insights compares and sums numeric strings as numbers.</remarks>
public static class WorkoutQueries
{
    /// <summary>Placeholder for a request id.</summary>
    public const string RequestIdPlaceholder = "REQUEST-ID";

    public static LogQuery FailedRequests { get; } = new(
        "failed-requests",
        "failed requests by exception",
        LogSources.Functions,
        $"""
        fields coalesce(exceptions.1.errorCode, exceptions.0.errorCode) as awsError
        | filter message = "{LogMessages.RequestFailed}"
        | stats count(*) as requests, latest(requestId) as lastRequestId by exceptions.0.type, exceptions.1.type, awsError, method, resource
        | sort requests desc
        """);

    public static LogQuery ServerErrors { get; } = new(
        "server-errors",
        "5xx by route and source: API Gateway, Lambda or the function",
        LogSources.Access,
        """
        filter status >= 500
        | stats count(*) as requests, latest(requestId) as lastRequestId
            by method, resourcePath, status, integrationStatus, functionStatus, errorType
        | sort requests desc
        """);

    public static LogQuery RefusedRequests { get; } = new(
        "refused-requests",
        "4xx by route, caller and reason",
        LogSources.Access,
        """
        filter status >= 400 and status < 500
        | stats count(*) as requests, latest(requestId) as lastRequestId
            by status, errorType, wafResponse, method, resourcePath, caller, sourceIp
        | sort requests desc
        """);

    public static LogQuery ThrottledCallers { get; } = new(
        "throttled-callers",
        "throttled callers, by the stage or by Lambda",
        LogSources.Access,
        """
        filter errorType = "THROTTLED" or integrationStatus = 429
        | stats count(*) as requests by caller, sourceIp, method, resourcePath, errorType, integrationStatus
        | sort requests desc
        """);

    public static LogQuery LatencyByRoute { get; } = new(
        "latency-by-route",
        "latency by route, and the function's share",
        LogSources.Access,
        """
        stats count(*) as requests, pct(responseLatencyMs, 50) as p50, pct(responseLatencyMs, 99) as p99,
            pct(integrationLatencyMs, 99) as functionP99, max(responseLatencyMs) as slowest by method, resourcePath
        | sort p99 desc
        """);

    public static LogQuery SlowestRequests { get; } = new(
        "slowest-requests",
        "the slowest requests with their ids",
        LogSources.Access,
        """
        fields @timestamp, responseLatencyMs, integrationLatencyMs, method, resourcePath, status, requestId, traceId
        | sort responseLatencyMs desc
        | limit 50
        """);

    public static LogQuery Traffic { get; } = new(
        "traffic",
        "requests by status",
        LogSources.Access,
        """
        stats count(*) as requests by bin(5m), status
        """);

    public static LogQuery OneRequest { get; } = new(
        "one-request",
        "all log lines of one request",
        LogSources.Access | LogSources.Functions,
        $"""
        fields @timestamp, @log, traceId, message, method, coalesce(resource, resourcePath) as route, status, durationMs, responseLatencyMs,
            errorType, exceptions.0.type, exceptions.1.type, exceptions.1.errorCode, exceptions.1.awsRequestId
        | filter requestId = "{RequestIdPlaceholder}"
        | sort @timestamp asc
        """);

    public static LogQuery BrokenCalls { get; } = new(
        "broken-calls",
        "failed invocations: crashes, timeouts, out of memory",
        LogSources.Functions,
        """
        filter type = "platform.report" and record.status != "success"
        | stats count(*) as calls, max(record.metrics.durationMs) as slowest, max(record.metrics.maxMemoryUsedMB) as memoryUsedMB,
            latest(record.requestId) as lastCall by @log, record.status, record.errorType
        | sort calls desc
        """);

    public static LogQuery ColdStarts { get; } = new(
        "cold-starts",
        "cold starts, duration and memory by function",
        LogSources.Functions,
        """
        filter type = "platform.report"
        | stats count(*) as calls, count(record.metrics.initDurationMs) as coldStarts, pct(record.metrics.initDurationMs, 99) as initP99,
            pct(record.metrics.durationMs, 99) as durationP99, max(record.metrics.maxMemoryUsedMB) as memoryUsedMB,
            max(record.metrics.memorySizeMB) as memoryMB by bin(5m), @log
        """);

    public static LogQuery CapacityAndConflicts { get; } = new(
        "capacity-and-conflicts",
        "consumed capacity and write conflicts",
        LogSources.Functions,
        $"""
        filter ispresent({MetricNames.ConsumedReadUnits}) or ispresent({MetricNames.ConsumedWriteUnits}) or ispresent({MetricNames.Conflicts})
        | stats sum({MetricNames.ConsumedReadUnits}) as readUnits, sum({MetricNames.ConsumedWriteUnits}) as writeUnits,
            sum({MetricNames.Conflicts}) as conflicts by bin(5m), @log
        """);

    public static LogQuery ConfigurationRefused { get; } = new(
        "configuration-refused",
        "rejected parameters, the reason, and the version in use",
        LogSources.Functions,
        $"""
        fields @timestamp, message, parameter, reason, configVersion, exceptions.0.type, exceptions.0.errorCode
        | filter message in ["{LogMessages.ParameterRefused}", "{LogMessages.ParametersNotRead}"]
        | sort @timestamp desc
        """);

    public static ImmutableArray<LogQuery> All { get; } =
    [
        ServerErrors, RefusedRequests, ThrottledCallers, LatencyByRoute, SlowestRequests, Traffic, OneRequest,
        FailedRequests, BrokenCalls, ColdStarts, CapacityAndConflicts, ConfigurationRefused,
    ];
}
