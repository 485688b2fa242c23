namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>What the alarms decide while a release watches them.</summary>
public sealed class ReleaseAlarmTests : ReleaseOfOneFunction
{
    [Theory]
    [InlineData("MetricAlarms")]
    [InlineData("CompositeAlarms")]
    public async Task An_alarm_during_the_watch_rolls_back_and_names_its_runbook(string kind)
    {
        Room.Write("alarms/3", Alarm(kind, "ALARM"));

        var release = await ReleaseAsync();

        Assert.Equal(1, release.ExitCode);
        Assert.Equal("7", Room.Serves(Function));
        Assert.Equal(3, Room.Calls("sleep").Length);
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
        Room.Write("alarms/0", Alarm("MetricAlarms", "INSUFFICIENT_DATA"));

        var release = await ReleaseAsync();

        Assert.Equal((0, "8"), (release.ExitCode, Room.Serves(Function)));
    }

    [Fact]
    public async Task By_force_an_alarm_that_was_on_decides_nothing()
    {
        Room.Write("alarms/0", Alarm("MetricAlarms", "ALARM"));

        var release = await ReleaseAsync("--force");

        Assert.Equal((0, "8"), (release.ExitCode, Room.Serves(Function)));
    }

    [Fact]
    public async Task By_force_another_alarm_still_rolls_back()
    {
        Room.Write("alarms/0", Alarm("MetricAlarms", "ALARM"));
        Room.Write("alarms/2", Alarm("CompositeAlarms", "ALARM", "burn"));

        var release = await ReleaseAsync("--force");

        Assert.Equal((1, "7"), (release.ExitCode, Room.Serves(Function)));
    }

    [Fact]
    public async Task Looks_that_fail_for_a_moment_do_not_matter()
    {
        Room.Write("alarms/2", "FAIL");
        Room.Write("alarms/5", Room.Read("alarms/0"));

        var release = await ReleaseAsync();

        Assert.Equal((0, "8"), (release.ExitCode, Room.Serves(Function)));
    }

    [Fact]
    public async Task Who_cannot_see_the_alarms_any_more_rolls_back()
    {
        Room.Write("alarms/2", "FAIL");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7", 5), (release.ExitCode, Room.Serves(Function), Room.Calls("sleep").Length));
        Assert.Contains("The alarms cannot be read any more.\nRolled back:", release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_look_that_fails_is_no_all_clear()
    {
        Room.Write("alarms/6", "FAIL");

        var release = await ReleaseAsync();

        Assert.Equal((1, "7"), (release.ExitCode, Room.Serves(Function)));
        Assert.Contains("The alarms cannot be read any more.\nRolled back:", release.Said, StringComparison.Ordinal);
    }
}
