using System.Text.Json.Nodes;
using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Soak;

/// <summary>The soak as a process, on the real stack.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Every_write_is_there_exactly_once_under_faults_of_every_kind()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("soak", "--operations", "600", "--seed", "5", "--json");

        Assert.True(exitCode == 0, $"{output}\n{error}");
        var report = JsonNode.Parse(output)!;
        Assert.True(report["exact"]!.GetValue<bool>());
        Assert.Empty(report["violations"]!.AsArray());
        Assert.Equal(600, report["operations"]!.GetValue<int>());
        Assert.Null(report["answers"]!["500"]);
        Assert.All(report["faults"]!.AsObject(), kind => Assert.True(kind.Value!.GetValue<int>() > 0, $"No call met {kind.Key}."));
        Assert.True(report["workouts"]!.GetValue<int>() > 100);
        Assert.Contains("Verifying …", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_rate_that_is_none()
    {
        var (exitCode, _, error) = await CommandLine.RunAsync("soak", "--fault-rate", "1.5");

        Assert.Equal(2, exitCode);
        Assert.Contains("--fault-rate must be a number from 0 to 1; received \"1.5\".", error, StringComparison.Ordinal);
    }
}
