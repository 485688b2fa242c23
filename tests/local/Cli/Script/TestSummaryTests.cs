namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>The summary of <c>./workout test</c>.</summary>
public sealed class TestSummaryTests : Sandbox
{
    // More than a pipe buffers: a reader that stops early would end the script.
    private const int Count = 5000;

    [Fact]
    public async Task Names_the_slowest_ten_and_counts_all()
    {
        var results = Enumerable.Range(1, Count).Select(index =>
            $"<UnitTestResult testName=\"Some.Tests.Of_a_name_as_long_as_ours_are_{index:D4}\" duration=\"00:{index / 60 % 60:D2}:{index % 60:D2}.0\" outcome=\"Passed\">\n");
        // As the test platform counts a skipped test: in the total alone.
        Write("results", $"{string.Concat(results)}<Counters total=\"{Count}\" executed=\"{Count - 1}\" passed=\"{Count - 2}\" failed=\"1\" notExecuted=\"0\" />\n");

        var (exitCode, output, errors) = await Tool.Bash($"set -euo pipefail; . scripts/tests.sh; slowest {PathOf("results")}; summary {PathOf("results")}").RunAsync();

        var lines = output.TrimEnd().Split('\n');
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(11, lines.Length);
        Assert.StartsWith(" 3599.0 s  Some.Tests.Of_a_name_as_long_as_ours_are_3599", lines[0], StringComparison.Ordinal);
        Assert.Equal($"{Count - 2} passed, 1 failed", lines[^1]);
    }
}
