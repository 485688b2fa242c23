namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>Drift detection: <c>.github/scripts/drift.sh</c>, and <c>issue.sh</c>, which reports drift.</summary>
public sealed class DriftTests : ScriptSandbox
{
    public DriftTests() => Deploy();

    [Fact]
    public async Task A_stack_is_compared_with_the_last_deployed_commit_and_the_live_versions()
    {
        Write("alias/ProcessWorkout", """{"FunctionVersion":"6","RoutingConfig":{"AdditionalVersionWeights":{"7":0.1}}}""");
        Write("drift", "0\nno changes\n");

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((0, "", $"The stack dev matches commit {Commits[0]}.\n"), (exitCode, report, said));
        Assert.Equal(Commits[0], Read("previewed").Trim());
        Assert.Equal(
            "preview --cwd …/tree --refresh --expect-no-changes --diff --non-interactive --color never --stack dev --config-file …/Pulumi.dev.yaml "
            + "--config processWorkoutStableVersion=6 --config processWorkoutCanaryPercent=0 "
            + "--config queryWorkoutsStableVersion=7 --config queryWorkoutsCanaryPercent=0",
            Calls("pulumi")[^1]);
    }

    [Theory, Cases]
    public async Task Drift_and_failures_are_reported(
        string file, string content, int exitCode, string? report, string said)
    {
        Write(file, content);

        Assert.Equal((exitCode, report, said.Replace("FIRST", Commits[0], StringComparison.Ordinal)), await CompareAsync());
        Assert.Single(Git("worktree", "list").Split('\n'));
        Assert.Empty(Leftovers);
    }

    [Fact]
    public async Task A_commit_that_is_not_in_the_clone_is_an_error()
    {
        var elsewhere = new string('a', 40);
        History(elsewhere);

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((2, null), (exitCode, report));
        Assert.EndsWith($"The last deployed commit {elsewhere} is not in this clone.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_opens_an_issue()
    {
        Write("github/issues", """[{"number":3,"title":"Drift of prod","author":{"is_bot":true}},{"number":4,"title":"Drift of dev","author":{"is_bot":false}}]""");

        var issue = await UpdateIssueAsync("~ memorySize: 512 => 256\n");

        Assert.Equal(0, issue.ExitCode);
        Assert.StartsWith("issue create --repo octo/workouts --title Drift of dev --body-file ", Calls("gh")[^1], StringComparison.Ordinal);
        Assert.Equal(
            """
            The stack `dev` differs from the last deployed commit. Either add the change to the code, or deploy again to revert it. Found by https://run

            ```diff
            ~ memorySize: 512 => 256

            ```

            """,
            Read("sent"));
    }

    [Theory, Cases]
    public async Task Remaining_drift_updates_the_issue_and_no_drift_closes_it(string issues, string report, int calls, string last)
    {
        Write("github/issues", issues);

        await UpdateIssueAsync(report);

        Assert.Equal(calls, Calls("gh").Length);
        Assert.StartsWith(last, Calls("gh")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_cannot_end_its_code_block()
    {
        Write("github/issues", "[]");

        await UpdateIssueAsync("a\n```\n@somebody\n");

        Assert.Equal(2, Read("sent").Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)));
        Assert.Empty(Leftovers);
    }

    private async Task<(int ExitCode, string? Report, string Said)> CompareAsync()
    {
        var drift = await RunAsync("drift.sh", ["dev", "drift.txt"]);
        var report = Path.Combine(Repository, "drift.txt");
        return (drift.ExitCode, File.Exists(report) ? await File.ReadAllTextAsync(report) : null, drift.Said);
    }

    private Task<(int ExitCode, string Output, string Said)> UpdateIssueAsync(string report)
    {
        File.WriteAllText(Path.Combine(Repository, "drift.txt"), report);
        return RunAsync("issue.sh", ["dev", "drift.txt"], ("REPOSITORY", "octo/workouts"), ("RUN_URL", "https://run"));
    }
}
