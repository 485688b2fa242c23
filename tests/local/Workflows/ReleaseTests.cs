using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>How a version gets to the callers: <c>.github/scripts/release.sh</c>.</summary>
public sealed class ReleaseTests : IDisposable
{
    private const string Up = "up --yes --skip-preview --non-interactive --stack dev --config-file …/Pulumi.dev.yaml";
    private const string Process = "ProcessWorkout";
    private const string Query = "QueryWorkouts";

    private readonly ScriptRoom _room = new();

    [Fact]
    public async Task A_new_version_gets_a_tenth_of_the_requests_then_all()
    {
        _room.Deploy();
        _room.Write($"newest/{Process}", "8");

        var release = await ReleaseAsync();

        Assert.Equal(0, release.ExitCode);
        Assert.Equal(
            [
                $"{Up} {Pin("processWorkout", "7", 10)} {Pin("queryWorkouts", "7", 10)}",
                $"{Up} {Pin("processWorkout", "", 0)} {Pin("queryWorkouts", "", 0)}",
            ],
            Ups());
        Assert.Equal(
            """
            10 % of the requests for ProcessWorkout: 8 besides 7
            Watching 2 alarms for 20 minutes.
            Deployed: no alarm came on, and all requests reach the new versions.

            """,
            release.Said);
        Assert.Equal(("8", "7"), (_room.Serves(Process), _room.Serves(Query)));
    }

    [Fact]
    public async Task Exactly_the_alarms_of_the_stack_are_watched_each_minute_composite_ones_too()
    {
        _room.Deploy();
        _room.Write($"newest/{Process}", "8");

        await ReleaseAsync();

        var looks = _room.Calls("aws").Where(call => call.StartsWith("cloudwatch", StringComparison.Ordinal)).ToArray();
        Assert.Equal(1 + 20, looks.Length);
        Assert.All(looks, look => Assert.Equal(
            "cloudwatch describe-alarms --region us-east-1 --output json --alarm-types MetricAlarm CompositeAlarm --alarm-names errors-1a burn", look));
        Assert.Equal(Enumerable.Repeat("60", 20), _room.Calls("sleep"));
    }

    [Fact]
    public async Task Alarms_that_the_deployment_itself_made_are_watched_as_well()
    {
        _room.Deploy();
        _room.Write($"newest/{Process}", "8");
        _room.Write("outputs-after", _room.Read("outputs").Replace(":alarm:burn\"", ":alarm:burn\", \"arn:aws:cloudwatch:us-east-1:123456789012:alarm:new\"", StringComparison.Ordinal));

        await ReleaseAsync();

        Assert.EndsWith("--alarm-names errors-1a burn new", _room.Calls("aws")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_deployment_of_all_has_no_canary()
    {
        var release = await ReleaseAsync();

        Assert.Equal((0, "Deployed, without a canary: there is no function whose version this release may choose.\n"), (release.ExitCode, release.Said));
        Assert.Equal([Up], Ups());
        Assert.Empty(_room.Calls("aws"));
    }

    [Fact]
    public async Task Unchanged_functions_have_no_canary_and_nothing_is_watched()
    {
        _room.Deploy();

        var release = await ReleaseAsync();

        Assert.Equal((0, "Deployed. No function changed, so there was nothing to watch.\n"), (release.ExitCode, release.Said));
        Assert.Single(Ups());
        Assert.Empty(_room.Calls("sleep"));
    }

    [Fact]
    public async Task A_canary_that_an_interrupted_release_left_is_gone_on_with()
    {
        _room.Deploy();
        _room.Write($"alias/{Process}", """{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""");
        _room.Write($"newest/{Process}", "9");

        var release = await ReleaseAsync();

        Assert.Equal(0, release.ExitCode);
        Assert.StartsWith("Goes on from a canary that was left: ProcessWorkout: 8 besides 7\n", release.Said, StringComparison.Ordinal);
        Assert.Contains(Pin("processWorkout", "7", 10), Ups()[0], StringComparison.Ordinal);
        Assert.Equal("9", _room.Serves(Process));
    }

    [Fact]
    public async Task After_a_roll_back_the_next_release_starts_from_what_was_rolled_back_to()
    {
        _room.Deploy();
        _room.Write($"newest/{Process}", "9");
        _room.Write($"alias/{Process}", """{"FunctionVersion":"6"}""");

        await ReleaseAsync();

        Assert.Contains(Pin("processWorkout", "6", 10), Ups()[0], StringComparison.Ordinal);
        Assert.Equal("9", _room.Serves(Process));
    }

    [Fact]
    public async Task A_function_whose_version_is_pinned_in_the_committed_settings_is_left_alone()
    {
        _room.Deploy();
        _room.Write("config", """{"workout-log:processWorkoutStableVersion":{"value":"6","secret":false},"workout-log:queryWorkoutsStableVersion":{"value":""}}""");
        _room.Write($"newest/{Query}", "8");

        await ReleaseAsync();

        Assert.Equal([$"{Up} {Pin("queryWorkouts", "7", 10)}", $"{Up} {Pin("queryWorkouts", "", 0)}"], Ups());
    }

    [Fact]
    public void The_watch_is_longer_than_the_alarms_need_that_tell_of_failing_requests()
    {
        var needed =
            from alarm in Stacks.Fullest.Resources
            where alarm.Type == "aws:cloudwatch/metricAlarm:MetricAlarm"
            where alarm.Name.EndsWith("-errors", StringComparison.Ordinal) || alarm.Name.EndsWith("-throttles", StringComparison.Ordinal)
            let period = alarm.Inputs["period"] ?? alarm.Inputs["metricQueries"]![0]!["metric"]!["period"]!
            select (int)alarm.Inputs["datapointsToAlarm"]! * (int)period / 60;

        Assert.All(needed, minutes => Assert.InRange(minutes, 1, 15));
        Assert.NotEmpty(needed);
    }

    [Fact]
    public async Task Neither_the_working_tree_nor_the_temporary_folder_has_anything_of_it_afterwards()
    {
        _room.Deploy();
        _room.Write($"newest/{Process}", "8");

        await ReleaseAsync();

        Assert.Equal("", _room.Git("status", "--porcelain"));
        Assert.Empty(_room.Leftovers);
    }

    public void Dispose() => _room.Dispose();

    private static string Pin(string function, string version, int percent) =>
        $"--config {function}StableVersion={version} --config {function}CanaryPercent={percent}";

    private string[] Ups() => [.. _room.Calls("pulumi").Where(call => call.StartsWith("up ", StringComparison.Ordinal))];

    private Task<(int ExitCode, string Output, string Said)> ReleaseAsync() => _room.RunAsync("release.sh", ["dev"]);
}
