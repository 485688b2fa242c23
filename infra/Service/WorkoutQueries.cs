using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Service;

/// <summary>The questions that are asked first when something is wrong; the runbooks show them.</summary>
/// <remarks>Every value of the access log is a text; Logs Insights compares and sums those that look like numbers as numbers.</remarks>
public static class WorkoutQueries
{
    /// <summary>Stands where whoever asks puts the id of a request.</summary>
    public const string RequestIdPlaceholder = "REQUEST-ID";

    public static LogQuery FailedRequests { get; } = new(
        "failed-requests",
        "what the functions fail on, by exception",
        LogSources.Functions,
        $"""
        fields coalesce(exceptions.1.errorCode, exceptions.0.errorCode) as awsError
        | filter message = "{LogMessages.RequestFailed}"
        | stats count(*) as requests, latest(requestId) as lastRequestId by exceptions.0.type, exceptions.1.type, awsError, method, resource
        | sort requests desc
        """);

    public static LogQuery ServerErrors { get; } = new(
        "server-errors",
        "which routes answer 5xx, and whether the gateway, Lambda or the function did",
        LogSources.Access,
        """
        filter status >= 500
        | stats count(*) as requests, latest(requestId) as lastRequestId
            by method, resourcePath, status, integrationStatus, functionStatus, errorType
        | sort requests desc
        """);

    public static LogQuery RefusedRequests { get; } = new(
        "refused-requests",
        "who is refused where, and why",
        LogSources.Access,
        """
        filter status >= 400 and status < 500
        | stats count(*) as requests, latest(requestId) as lastRequestId
            by status, errorType, wafResponse, method, resourcePath, caller, sourceIp
        | sort requests desc
        """);

    public static LogQuery ThrottledCallers { get; } = new(
        "throttled-callers",
        "who is turned away for want of capacity, by the stage's throttle or by Lambda",
        LogSources.Access,
        """
        filter errorType = "THROTTLED" or integrationStatus = 429
        | stats count(*) as requests by caller, sourceIp, method, resourcePath, errorType, integrationStatus
        | sort requests desc
        """);

    public static LogQuery LatencyByRoute { get; } = new(
        "latency-by-route",
        "how long the routes take, and how much of it is the function",
        LogSources.Access,
        """
        stats count(*) as requests, pct(responseLatencyMs, 50) as p50, pct(responseLatencyMs, 99) as p99,
            pct(integrationLatencyMs, 99) as functionP99, max(responseLatencyMs) as slowest by method, resourcePath
        | sort p99 desc
        """);

    public static LogQuery SlowestRequests { get; } = new(
        "slowest-requests",
        "the slowest single requests, each with its ids",
        LogSources.Access,
        """
        fields @timestamp, responseLatencyMs, integrationLatencyMs, method, resourcePath, status, requestId, traceId
        | sort responseLatencyMs desc
        | limit 50
        """);

    public static LogQuery Traffic { get; } = new(
        "traffic",
        "how many requests came, and how they were answered",
        LogSources.Access,
        """
        stats count(*) as requests by bin(5m), status
        """);

    public static LogQuery OneRequest { get; } = new(
        "one-request",
        "everything about one request, from both logs",
        LogSources.Access | LogSources.Functions,
        $"""
        fields @timestamp, @log, traceId, message, method, coalesce(resource, resourcePath) as route, status, durationMs, responseLatencyMs,
            errorType, exceptions.0.type, exceptions.1.type, exceptions.1.errorCode, exceptions.1.awsRequestId
        | filter requestId = "{RequestIdPlaceholder}"
        | sort @timestamp asc
        """);

    public static LogQuery BrokenCalls { get; } = new(
        "broken-calls",
        "calls of a function that ended without an answer: crashes, timeouts, too much memory",
        LogSources.Functions,
        """
        filter type = "platform.report" and record.status != "success"
        | stats count(*) as calls, max(record.metrics.durationMs) as slowest, max(record.metrics.maxMemoryUsedMB) as memoryUsedMB,
            latest(record.requestId) as lastCall by @log, record.status, record.errorType
        | sort calls desc
        """);

    public static LogQuery ColdStarts { get; } = new(
        "cold-starts",
        "how many calls met a cold start, how long calls take and what memory they need",
        LogSources.Functions,
        """
        filter type = "platform.report"
        | stats count(*) as calls, count(record.metrics.initDurationMs) as coldStarts, pct(record.metrics.initDurationMs, 99) as initP99,
            pct(record.metrics.durationMs, 99) as durationP99, max(record.metrics.maxMemoryUsedMB) as memoryUsedMB,
            max(record.metrics.memorySizeMB) as memoryMB by bin(5m), @log
        """);

    public static LogQuery CapacityAndConflicts { get; } = new(
        "capacity-and-conflicts",
        "what the functions take from the tables, and how often writes meet",
        LogSources.Functions,
        $"""
        filter ispresent({MetricNames.ConsumedReadUnits}) or ispresent({MetricNames.ConsumedWriteUnits}) or ispresent({MetricNames.Conflicts})
        | stats sum({MetricNames.ConsumedReadUnits}) as readUnits, sum({MetricNames.ConsumedWriteUnits}) as writeUnits,
            sum({MetricNames.Conflicts}) as conflicts by bin(5m), @log
        """);

    public static LogQuery ConfigurationRefused { get; } = new(
        "configuration-refused",
        "which parameter the functions do not take, why, and what is in force instead",
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
