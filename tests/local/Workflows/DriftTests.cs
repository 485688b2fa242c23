namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>Whether a stack is still as it was deployed: <c>.github/scripts/drift.sh</c>, and <c>issue.sh</c>, which tells people.</summary>
public sealed class DriftTests : IDisposable
{
    private readonly ScriptRoom _room = new();

    public DriftTests() => _room.Deploy();

    [Fact]
    public async Task A_stack_is_compared_with_the_commit_that_was_deployed_last_and_the_versions_that_serve()
    {
        _room.Write("alias/ProcessWorkout", """{"FunctionVersion":"6","RoutingConfig":{"AdditionalVersionWeights":{"7":0.1}}}""");
        _room.Write("drift", "0\nno changes\n");

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((0, "", $"The stack dev is as commit {_room.Commits[0]} describes it.\n"), (exitCode, report, said));
        Assert.Equal(_room.Commits[0], _room.Read("previewed").Trim());
        Assert.Equal(
            "preview --cwd …/tree --refresh --expect-no-changes --diff --non-interactive --color never --stack dev --config-file …/Pulumi.dev.yaml "
            + "--config processWorkoutStableVersion=6 --config processWorkoutCanaryPercent=0 "
            + "--config queryWorkoutsStableVersion=7 --config queryWorkoutsCanaryPercent=0",
            _room.Calls("pulumi")[^1]);
    }

    [Fact]
    public async Task A_difference_is_reported_as_Pulumi_shows_it()
    {
        _room.Write("drift", "7\n~ memorySize: 512 => 256\n");

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((1, "~ memorySize: 512 => 256\n", $"The stack dev differs from commit {_room.Commits[0]}.\n"), (exitCode, report, said));
    }

    [Fact]
    public async Task A_comparison_that_fails_says_nothing_about_the_stack()
    {
        _room.Write("drift", "4\nerror: expired token\n");

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((2, null, $"The stack dev could not be compared with commit {_room.Commits[0]}: Pulumi ended with 4.\n"), (exitCode, report, said));
    }

    [Fact]
    public async Task A_stack_that_was_never_deployed_has_no_drift()
    {
        _room.Write("history", "[]");

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((0, "", "The stack dev was never deployed from a commit; there is nothing to compare.\n"), (exitCode, report, said));
    }

    [Fact]
    public async Task A_commit_that_is_not_in_the_clone_cannot_be_compared_with()
    {
        var elsewhere = new string('a', 40);
        _room.History(elsewhere);

        var (exitCode, report, said) = await CompareAsync();

        Assert.Equal((2, null), (exitCode, report));
        Assert.EndsWith($"The commit {elsewhere}, which was deployed last, is not in this clone.\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0\n")]
    [InlineData("7\n")]
    public async Task No_working_tree_is_left(string drift)
    {
        _room.Write("drift", drift);

        await CompareAsync();

        Assert.Single(_room.Git("worktree", "list").Split('\n'));
        Assert.Empty(_room.Leftovers);
    }

    [Fact]
    public async Task Drift_opens_an_issue()
    {
        _room.Write("github/issues", """[{"number":3,"title":"Drift of prod","author":{"is_bot":true}},{"number":4,"title":"Drift of dev","author":{"is_bot":false}}]""");

        var issue = await TellAsync("~ memorySize: 512 => 256\n");

        Assert.Equal(0, issue.ExitCode);
        Assert.StartsWith("issue create --repo octo/workouts --title Drift of dev --body-file ", _room.Calls("gh")[^1], StringComparison.Ordinal);
        Assert.Equal(
            """
            The stack `dev` is not as the commit that was deployed to it last describes it. Either take the change into the code, or deploy again, which undoes it. Found by https://run

            ```diff
            ~ memorySize: 512 => 256

            ```

            """,
            _room.Read("sent"));
    }

    [Fact]
    public async Task Drift_that_stays_brings_its_issue_up_to_date()
    {
        _room.Write("github/issues", """[{"number":5,"title":"Drift of dev","author":{"is_bot":true}}]""");

        await TellAsync("more\n");

        Assert.StartsWith("issue edit 5 --repo octo/workouts --body-file ", _room.Calls("gh")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_that_is_gone_closes_its_issue()
    {
        _room.Write("github/issues", """[{"number":5,"title":"Drift of dev","author":{"is_bot":true}}]""");

        await TellAsync("");

        Assert.Equal("issue close 5 --repo octo/workouts --comment No longer found: https://run", _room.Calls("gh")[^1]);
    }

    [Fact]
    public async Task No_drift_and_no_issue_is_no_news()
    {
        _room.Write("github/issues", "[]");

        await TellAsync("");

        Assert.Single(_room.Calls("gh"));
    }

    [Fact]
    public async Task Nothing_in_a_report_ends_its_block()
    {
        _room.Write("github/issues", "[]");

        await TellAsync("a\n```\n@somebody\n");

        Assert.Equal(2, _room.Read("sent").Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)));
        Assert.Empty(_room.Leftovers);
    }

    public void Dispose() => _room.Dispose();

    private async Task<(int ExitCode, string? Report, string Said)> CompareAsync()
    {
        var drift = await _room.RunAsync("drift.sh", ["dev", "drift.txt"]);
        var report = Path.Combine(_room.Repository, "drift.txt");
        return (drift.ExitCode, File.Exists(report) ? await File.ReadAllTextAsync(report) : null, drift.Said);
    }

    private Task<(int ExitCode, string Output, string Said)> TellAsync(string report)
    {
        File.WriteAllText(Path.Combine(_room.Repository, "drift.txt"), report);
        return _room.RunAsync("issue.sh", ["dev", "drift.txt"], ("REPOSITORY", "octo/workouts"), ("RUN_URL", "https://run"));
    }
}
