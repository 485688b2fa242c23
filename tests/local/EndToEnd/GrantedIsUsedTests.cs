using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>The functions may do what they do, and nothing else.</summary>
[Collection(AfterAllRuns.Name)]
public sealed class GrantedIsUsedTests
{
    [Fact]
    public async Task Every_right_is_used_and_none_is_missing_for_the_documented_examples()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("grants", "--json");

        Assert.True(exitCode == 0, $"{output}\n{error}");
        var report = JsonNode.Parse(output)!;
        var rows = report["rows"]!.AsArray();
        Assert.Equal((0, 0, 0), (Count(report, "unused"), Count(report, "denied"), report["differences"]!.AsArray().Count));
        Assert.Equal(Count(report, "granted"), Count(report, "used") + Count(report, "unseen"));
        Assert.Equal(
            ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
            rows.Where(row => Count(row!, "used") == 0).Select(row => row!["action"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_call_of_any_run_of_these_tests_was_denied() => Assert.DoesNotContain(AfterAllRuns.Calls, call => !call.Allowed);

    private static int Count(JsonNode report, string name) => report[name]!.GetValue<int>();
}
