namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>What <c>./workout test</c> says of its results.</summary>
public sealed class TestSummaryTests
{
    // Far more results than a pipe holds: a reader that stops early would end the script.
    private const int Count = 5000;

    [Fact]
    public async Task Names_the_slowest_ten_and_counts_all()
    {
        var results = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(
                results,
                Enumerable.Range(1, Count)
                    .Select(index => $"<UnitTestResult testName=\"Some.Tests.Of_a_name_as_long_as_ours_are_{index:D4}\" duration=\"00:{index / 60 % 60:D2}:{index % 60:D2}.0\" outcome=\"Passed\">")
                    .Append($"<Counters total=\"{Count}\" passed=\"{Count - 2}\" notExecuted=\"1\" />"));

            var script = $". {Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "scripts", "tests.sh")}; slowest {results}; summary {results}";
            using var process = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (exitCode, output, errors) = await ScriptRun.EndAsync(process);
            var lines = output.TrimEnd().Split('\n');

            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Equal(11, lines.Length);
            Assert.StartsWith(" 3599.0 s  Some.Tests.Of_a_name_as_long_as_ours_are_3599", lines[0], StringComparison.Ordinal);
            Assert.Equal($"{Count - 2} passed, 1 failed", lines[^1]);
        }
        finally
        {
            File.Delete(results);
        }
    }
}
