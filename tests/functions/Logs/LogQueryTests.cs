using Amazon.Runtime;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Logs;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Logs;

/// <summary>A query that names a field which no line has finds nothing, and says so to nobody.</summary>
public sealed class LogQueryTests
{
    // Logs Insights has them for every line.
    private static readonly string[] _everywhere = ["@timestamp", "@log"];

    // Lambda's own line at the end of a call, in its Telemetry API's schema, as a function that logs JSON gets it.
    private const string Report =
        """
        {"time":"2026-05-09T07:30:00.000Z","type":"platform.report","record":{"requestId":"r","status":"error","errorType":"Runtime.ExitError",
        "metrics":{"durationMs":1.5,"billedDurationMs":2,"memorySizeMB":256,"maxMemoryUsedMB":64,"initDurationMs":80.5}}}
        """;

    public static TheoryData<string> Queries => [.. LogQueries.All.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Names_only_fields_that_the_lines_have(string name)
    {
        var query = LogQueries.All.Single(query => query.Name == name);
        string[] known =
        [
            .. _everywhere,
            .. query.Sources.HasFlag(LogSources.Access) ? FlatLine.Names(AccessLog.Format) : [],
            .. query.Sources.HasFlag(LogSources.Functions) ? FunctionLines().SelectMany(FlatLine.Names).Concat(MetricsOfFunctions()) : [],
        ];

        var named = QueryFields.Of(query.Text);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void Takes_a_query_apart_as_CloudWatch_does() => Assert.Equal(
        ["@timestamp", "_b", "exceptions.0.type", "status"],
        QueryFields.Of(
            """
            fields @timestamp, coalesce(exceptions.0.type, _b) as kind
            | filter status >= 500 and kind like "no status"
            | stats count(*) as requests, pct(status, 99) as p99 by bin(5m), kind
            | sort p99 desc | limit 5
            """));

    [Fact]
    public void A_single_request_is_found_in_both_logs_by_the_same_name()
    {
        Assert.Contains("requestId", FlatLine.Names(AccessLog.Format));
        Assert.Contains("requestId", FunctionLines().SelectMany(FlatLine.Names));
        Assert.Contains($"requestId = \"{LogQueries.RequestIdPlaceholder}\"", LogQueries.OneRequest.Text, StringComparison.Ordinal);
        Assert.Equal(LogSources.Access | LogSources.Functions, LogQueries.OneRequest.Sources);
    }

    // Every line that a function can write, and Lambda's.
    private static IEnumerable<string> FunctionLines()
    {
        var log = new LogOutput();
        var request = new ApiRequest(Events.PostWorkout(null), Invocations.Traced("Root=1-5759e988-bd862e3fe1be46a994272793"), TimeProvider.System);
        log.Log.RequestHandled(request, 200, TimeSpan.FromMilliseconds(5));
        log.Log.RequestFailed(request, new StorageUnavailableException(new AmazonServiceException("throttled")));
        log.Log.RequestFailed(request, new AmazonServiceException("denied"));
        log.Log.ParameterRefused("/workout-log/test/max-duration-minutes", "its value is not valid", "deployed");
        log.Log.ParametersNotRead(new IOException(), "deployed");
        return [.. log.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Report];
    }

    // Members of the lines that metrics are made of.
    private static IEnumerable<string> MetricsOfFunctions() => typeof(MetricNames).GetFields()
        .Select(field => (string)field.GetRawConstantValue()!)
        .Where(name => name != MetricNames.StatisticsDrift);
}
