namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>What a release does when something is wrong: it keeps or restores what serves, and says so.</summary>
public sealed class ReleaseFailureTests : IDisposable
{
    private const string Function = "ProcessWorkout";
    private const string AlarmLine = "errors-1a\tProcessWorkout fails: at least 3 errors in 5 minutes. Page: docs/runbooks/function-errors.md";

    private readonly ScriptRoom _room = new();

    public ReleaseFailureTests()
    {
        _room.Deploy();
        _room.Write($"newest/{Function}", "8");
    }

    [Theory]
    [InlineData("MetricAlarms")]
    [InlineData("CompositeAlarms")]
    public async Task An_alarm_during_the_watch_rolls_back_and_names_its_runbook(string kind)
    {
        _room.Write("alarms/3", Alarm(kind, "ALARM"));

        var release = await ReleaseAsync();

        Assert.Equal(1, release.ExitCode);
        Assert.Equal("7", _room.Serves(Function));
        Assert.Equal(3, _room.Calls("sleep").Length);
        Assert.EndsWith(
            $"""
             An alarm is on:
             {AlarmLine}
             Rolled back: all requests for the versions that served before. The next release tries the newest ones again, on a share of the requests.

             """,
            release.Said,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_without_data_is_not_on()
    {
        _room.Write("alarms/0", Alarm("MetricAlarms", "INSUFFICIENT_DATA"));

        var release = await ReleaseAsync();

        Assert.Equal((0, "8"), (release.ExitCode, _room.Serves(Function)));
    }

    [Fact]
    public async Task An_alarm_that_is_on_already_refuses_the_deployment()
    {
        _room.Write("alarms/0", Alarm("MetricAlarms", "ALARM"));

        var release = await ReleaseAsync();

        Assert.Equal(1, release.ExitCode);
        Assert.Equal(
            $"""
             Not deployed: an alarm is on already, and would say nothing about what is new. If this release mends it: .github/scripts/release.sh dev --force
             {AlarmLine}

             """,
            release.Said);
        Assert.Equal(0, Ups());
    }

    [Fact]
    public async Task By_force_an_alarm_that_was_on_decides_nothing()
    {
        _room.Write("alarms/0", Alarm("MetricAlarms", "ALARM"));

        var release = await ReleaseAsync("--force");

        Assert.Equal((0, "8"), (release.ExitCode, _room.Serves(Function)));
    }

    [Fact]
    public async Task By_force_another_alarm_still_rolls_back()
    {
        _room.Write("alarms/0", Alarm("MetricAlarms", "ALARM"));
        _room.Write("alarms/2", Alarm("CompositeAlarms", "ALARM", "burn"));

        var release = await ReleaseAsync("--force");

        Assert.Equal((1, "7"), (release.ExitCode, _room.Serves(Function)));
    }

    [Fact]
    public async Task A_deployment_that_fails_before_any_request_reaches_the_new_version_changes_no_alias()
    {
        _room.Write("up/0", "before");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7", 1), (release.ExitCode, _room.Serves(Function), Ups()));
        Assert.EndsWith("The deployment failed. No request reaches a new version.\n", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_fails_half_way_is_rolled_back()
    {
        _room.Write("up/0", "after");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7", 2), (release.ExitCode, _room.Serves(Function), Ups()));
        Assert.Contains("The deployment failed half-way, with a canary: ProcessWorkout: 8 besides 7\nRolled back:", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roll_back_is_tried_twice_and_then_said_how_to_do_by_hand()
    {
        _room.Write("alarms/1", Alarm("MetricAlarms", "ALARM"));
        _room.Write("up/1", "before");
        _room.Write("up/2", "before");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7+8:0.1", 3), (release.ExitCode, _room.Serves(Function), Ups()));
        Assert.EndsWith(
            """
            The roll-back failed as well. Do it by hand, then mend the stack:
            aws lambda update-alias --region us-east-1 --function-name arn:aws:lambda:us-east-1:123456789012:function:ProcessWorkout-1a --name live --function-version 7 --routing-config AdditionalVersionWeights={}
            aws lambda update-alias --region us-east-1 --function-name arn:aws:lambda:us-east-1:123456789012:function:QueryWorkouts-2b --name live --function-version 7 --routing-config AdditionalVersionWeights={}

            """,
            release.Said,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_step_fails_the_canary_stays()
    {
        _room.Write("up/1", "before");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7+8:0.1"), (release.ExitCode, _room.Serves(Function)));
        Assert.EndsWith("No alarm came on, but the last step failed: the canary stays. Release again to go on.\n", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looks_that_fail_for_a_moment_do_not_matter()
    {
        _room.Write("alarms/2", "FAIL");
        _room.Write("alarms/5", _room.Read("alarms/0"));

        var release = await ReleaseAsync();

        Assert.Equal((0, "8"), (release.ExitCode, _room.Serves(Function)));
    }

    [Fact]
    public async Task Who_cannot_see_the_alarms_any_more_rolls_back()
    {
        _room.Write("alarms/2", "FAIL");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7", 5), (release.ExitCode, _room.Serves(Function), _room.Calls("sleep").Length));
        Assert.Contains("The alarms cannot be read any more.\nRolled back:", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_look_that_fails_is_no_all_clear()
    {
        _room.Write("alarms/6", "FAIL");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7"), (release.ExitCode, _room.Serves(Function)));
        Assert.Contains("The alarms cannot be read any more.\nRolled back:", release.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alarms/0", "FAIL", "The alarms could not be read; nothing was changed.\n")]
    [InlineData("no-alias", "", "The state of the stack dev could not be read; nothing was changed.\n")]
    [InlineData("outputs", "no JSON", "The state of the stack dev could not be read; nothing was changed.\n")]
    [InlineData("history", "no JSON", "The commit that was deployed last could not be read; nothing was changed.\n")]
    public async Task What_cannot_be_read_beforehand_leaves_all_as_it_is(string file, string content, string expected)
    {
        _room.Write(file, content);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups()));
        Assert.EndsWith(expected, release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_commit_does_not_go_over_a_newer_one()
    {
        _room.History(_room.Commits[1]);
        _room.Git("checkout", "--quiet", _room.Commits[0]);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups()));
        Assert.Equal(
            $"Commit {_room.Commits[0][..7]} is older than {_room.Commits[1][..7]}, which was deployed last. If that is meant: .github/scripts/release.sh dev --force\n",
            release.Said);
    }

    [Fact]
    public async Task Who_is_interrupted_leaves_the_canary_and_says_how_to_go_on()
    {
        _room.Write("interrupt", "");

        var release = await ReleaseAsync();

        Assert.Equal((130, "7+8:0.1"), (release.ExitCode, _room.Serves(Function)));
        Assert.EndsWith(
            "Interrupted. To go on, release again; to end a canary: .github/scripts/release.sh dev --roll-back\n", release.Said, StringComparison.Ordinal);
        Assert.Empty(_room.Leftovers);
    }

    [Fact]
    public async Task A_canary_that_was_left_can_be_ended()
    {
        _room.Write($"alias/{Function}", """{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""");

        var release = await ReleaseAsync("--roll-back");

        Assert.Equal((0, "7", "Ended the canary: ProcessWorkout: 8 besides 7\n"), (release.ExitCode, _room.Serves(Function), release.Said));
    }

    [Theory]
    [InlineData("dev", "--roll-back", "There is no canary to end.\n")]
    [InlineData("dev", "--fast", "\"--fast\" is no way to release: .github/scripts/release.sh <stack> [--force | --roll-back]\n")]
    [InlineData("stage", "deploy", "There is no stack \"stage\": no Pulumi.stage.yaml in ")]
    [InlineData("", "deploy", "Name the stack: .github/scripts/release.sh <stack>\n")]
    public async Task What_makes_no_sense_is_refused(string stack, string mode, string expected)
    {
        var release = await _room.RunAsync("release.sh", [stack, mode]);

        Assert.Equal((2, 0), (release.ExitCode, Ups()));
        Assert.StartsWith(expected, release.Said, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();

    private static string Alarm(string kind, string state, string name = "errors-1a") => $$"""
        {"{{kind}}":[{"AlarmName":"{{name}}","StateValue":"{{state}}",
          "AlarmDescription":"ProcessWorkout fails: at least 3 errors in 5 minutes. Page: docs/runbooks/function-errors.md"}]}
        """;

    private int Ups() => _room.Calls("pulumi").Count(call => call.StartsWith("up ", StringComparison.Ordinal));

    private Task<(int ExitCode, string Output, string Said)> ReleaseAsync(string mode = "deploy") => _room.RunAsync("release.sh", ["dev", mode], ("WATCH_MINUTES", "6"));
}
