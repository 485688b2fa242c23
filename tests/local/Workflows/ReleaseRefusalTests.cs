namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>What keeps a release from being begun: nothing is changed then.</summary>
public sealed class ReleaseRefusalTests : ReleaseOfOneFunction
{
    [Fact]
    public async Task An_alarm_that_is_on_already_refuses_the_deployment()
    {
        Room.Write("alarms/0", Alarm("MetricAlarms", "ALARM"));

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

    [Theory]
    [InlineData("alarms/0", "FAIL", "The alarms could not be read; nothing was changed.\n")]
    [InlineData("no-alias", "", "The state of the stack dev could not be read; nothing was changed.\n")]
    [InlineData("outputs", "no JSON", "The state of the stack dev could not be read; nothing was changed.\n")]
    [InlineData("history", "no JSON", "The commit that was deployed last could not be read; nothing was changed.\n")]
    public async Task What_cannot_be_read_beforehand_leaves_all_as_it_is(string file, string content, string expected)
    {
        Room.Write(file, content);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups()));
        Assert.EndsWith(expected, release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_commit_does_not_go_over_a_newer_one()
    {
        Room.History(Room.Commits[1]);
        Room.Git("checkout", "--quiet", Room.Commits[0]);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups()));
        Assert.Equal(
            $"Commit {Room.Commits[0][..7]} is older than {Room.Commits[1][..7]}, which was deployed last. If that is meant: .github/scripts/release.sh dev --force\n",
            release.Said);
    }

    [Theory]
    [InlineData("dev", "--roll-back", "There is no canary to end.\n")]
    [InlineData("dev", "--fast", "\"--fast\" is no way to release: .github/scripts/release.sh <stack> [--force | --roll-back]\n")]
    [InlineData("stage", "deploy", "There is no stack \"stage\": no Pulumi.stage.yaml in ")]
    [InlineData("", "deploy", "Name the stack: .github/scripts/release.sh <stack>\n")]
    public async Task What_makes_no_sense_is_refused(string stack, string mode, string expected)
    {
        var release = await Room.RunAsync("release.sh", [stack, mode]);

        Assert.Equal((2, 0), (release.ExitCode, Ups()));
        Assert.StartsWith(expected, release.Said, StringComparison.Ordinal);
    }
}
