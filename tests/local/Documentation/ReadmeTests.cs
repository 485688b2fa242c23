using System.Diagnostics;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The first things that somebody types, typed into a shell.</summary>
[Collection(SharedRun.Name)]
public sealed class ReadmeTests(UpFixture fixture)
{
    [Fact]
    public async Task The_first_workout_is_logged_and_counted()
    {
        var block = MarkdownFile.Read("README.md").CodeBlocks.Single(block => block.Code.StartsWith("alias api=", StringComparison.Ordinal)).Code;
        var script = block
            .Replace("http://127.0.0.1:8080/", fixture.Up.Url.ToString(), StringComparison.Ordinal)
            .Replace("athlete-1", "readme", StringComparison.Ordinal);

        var answers = await BashAsync($"set -e; shopt -s expand_aliases\n{script.Replace("\napi ", "\necho; api -s ", StringComparison.Ordinal)}");

        Assert.Equal("readme", (string?)answers[0]!["userId"]);
        Assert.Equal(1, (int?)answers[^1]!["totalWorkouts"]);
        Assert.Equal(42.5m, (decimal?)answers[^1]!["totalDurationMinutes"]);
    }

    private static async Task<JsonNode?[]> BashAsync(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.Equal(0, bash.ExitCode);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))];
    }
}
