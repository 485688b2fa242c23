namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>What a release does when a step of it fails, or it is interrupted: it keeps or restores what serves, and says so.</summary>
public sealed class ReleaseFailureTests : ReleaseOfOneFunction
{
    [Fact]
    public async Task A_deployment_that_fails_before_any_request_reaches_the_new_version_changes_no_alias()
    {
        Room.Write("up/0", "before");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7", 1), (release.ExitCode, Room.Serves(Function), Ups()));
        Assert.EndsWith("The deployment failed. No request reaches a new version.\n", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_that_fails_half_way_is_rolled_back()
    {
        Room.Write("up/0", "after");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7", 2), (release.ExitCode, Room.Serves(Function), Ups()));
        Assert.Contains("The deployment failed half-way, with a canary: ProcessWorkout: 8 besides 7\nRolled back:", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roll_back_is_tried_twice_and_then_said_how_to_do_by_hand()
    {
        Room.Write("alarms/1", Alarm("MetricAlarms", "ALARM"));
        Room.Write("up/1", "before");
        Room.Write("up/2", "before");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7+8:0.1", 3), (release.ExitCode, Room.Serves(Function), Ups()));
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
        Room.Write("up/1", "before");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7+8:0.1"), (release.ExitCode, Room.Serves(Function)));
        Assert.EndsWith("No alarm came on, but the last step failed: the canary stays. Release again to go on.\n", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_interrupted_leaves_the_canary_and_says_how_to_go_on()
    {
        Room.Write("interrupt", "");

        var release = await ReleaseAsync();

        Assert.Equal((130, "7+8:0.1"), (release.ExitCode, Room.Serves(Function)));
        Assert.EndsWith(
            "Interrupted. To go on, release again; to end a canary: .github/scripts/release.sh dev --roll-back\n", release.Said, StringComparison.Ordinal);
        Assert.Empty(Room.Leftovers);
    }

    [Fact]
    public async Task A_canary_that_was_left_can_be_ended()
    {
        Room.Write($"alias/{Function}", """{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""");

        var release = await ReleaseAsync("--roll-back");

        Assert.Equal((0, "7", "Ended the canary: ProcessWorkout: 8 besides 7\n"), (release.ExitCode, Room.Serves(Function), release.Said));
    }
}
