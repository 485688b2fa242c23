using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using WorkoutLog.Http;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Service;

namespace WorkoutLog.Functions.Tests.Logs;

/// <summary>A query with a field that no line has finds nothing, silently.</summary>
public sealed class LogQueryTests
{
    // Logs Insights adds them to every line.
    private static readonly string[] _everywhere = ["@timestamp", "@log"];

    // Lambda's own line at the end of an invocation, in the Telemetry API's schema, for a function that logs JSON.
    private const string Report =
        """
        {"time":"2026-05-09T07:30:00.000Z","type":"platform.report","record":{"requestId":"r","status":"error","errorType":"Runtime.ExitError",
        "metrics":{"durationMs":1.5,"billedDurationMs":2,"memorySizeMB":256,"maxMemoryUsedMB":64,"initDurationMs":80.5}}}
        """;

    public static TheoryData<string> Queries => [.. WorkoutQueries.All.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Uses_only_fields_of_the_log_lines(string name)
    {
        var query = WorkoutQueries.All.Single(query => query.Name == name);
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
    public void Parses_a_query_like_CloudWatch() => Assert.Equal(
        ["@timestamp", "_b", "exceptions.0.type", "status"],
        QueryFields.Of(
            """
            fields @timestamp, coalesce(exceptions.0.type, _b) as kind
            | filter status >= 500 and kind like "no status"
            | stats count(*) as requests, pct(status, 99) as p99 by bin(5m), kind
            | sort p99 desc | limit 5
            """));

    [Fact]
    public void A_request_has_the_same_id_in_both_logs()
    {
        Assert.Contains("requestId", FlatLine.Names(AccessLog.Format));
        Assert.Contains("requestId", FunctionLines().SelectMany(FlatLine.Names));
        Assert.Contains($"requestId = \"{WorkoutQueries.RequestIdPlaceholder}\"", WorkoutQueries.OneRequest.Text, StringComparison.Ordinal);
        Assert.Equal(LogSources.Access | LogSources.Functions, WorkoutQueries.OneRequest.Sources);
    }

    // Every line that a function can write, and Lambda's.
    private static IEnumerable<string> FunctionLines()
    {
        var log = new LogOutput();
        var request = new ApiRequest(Events.PostWorkout(null), Invocations.Traced("Root=1-5759e988-bd862e3fe1be46a994272793"), TimeProvider.System, Events.ServiceRoles);
        log.Log.RequestHandled(request, 200, TimeSpan.FromMilliseconds(5));
        log.Log.RequestFailed(request, new StorageUnavailableException(new AmazonServiceException("throttled")));
        log.Log.RequestFailed(request, new AmazonServiceException("denied"));
        log.Log.ParameterRefused("/workout-log/test/max-duration-minutes", "its value is not valid", "deployed");
        log.Log.ParametersNotRead(new IOException(), "deployed");
        return [.. log.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Report];
    }

    // Members of the metrics' log lines.
    private static IEnumerable<string> MetricsOfFunctions() => typeof(MetricNames).GetFields()
        .Select(field => (string)field.GetRawConstantValue()!)
        .Where(name => name != MetricNames.StatisticsDrift);
}

/// <summary>Extracts the fields of a CloudWatch Logs Insights query.</summary>
internal static partial class QueryFields
{
    private static readonly HashSet<string> _words =
        ["fields", "filter", "stats", "sort", "limit", "by", "as", "and", "or", "not", "like", "in", "asc", "desc"];

    /// <returns>Fields that the log must have: without keywords, functions and the query's own aliases.</returns>
    public static string[] Of(string query)
    {
        var bare = Quoted().Replace(query, "");
        var given = Given().Matches(bare).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Names().Matches(bare).Select(match => match.Value)
                .Where(name => !_words.Contains(name) && !given.Contains(name))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bas (?<name>\w+)")]
    private static partial Regex Given();

    // A name before a parenthesis is a function; a number may have a unit of time.
    [GeneratedRegex(@"(?<![\w.@])[A-Za-z_@][\w.@]*(?![\w.@(]|\s*\()")]
    private static partial Regex Names();
}

/// <summary>The names under which CloudWatch Logs Insights finds the members of a line: <c>exceptions.0.type</c>.</summary>
internal static class FlatLine
{
    public static IEnumerable<string> Names(string line) => Names(JsonSerializer.Deserialize<JsonElement>(line), "");

    private static IEnumerable<string> Names(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Names(member.Value, Below(path, member.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, place) => Names(item, Below(path, $"{place}"))),
        _ => [path],
    };

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
