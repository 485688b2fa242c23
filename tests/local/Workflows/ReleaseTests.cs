namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>How a version gets to the callers: <c>.github/scripts/release.sh</c>, with one function changed from version 7 to 8.</summary>
public sealed class ReleaseTests : IDisposable
{
    private const string Up = "up --yes --skip-preview --non-interactive --stack dev --config-file …/Pulumi.dev.yaml";
    private const string Process = "ProcessWorkout";
    private const string Query = "QueryWorkouts";
    private const string Description = "ProcessWorkout fails: at least 3 errors in 5 minutes. Page: docs/runbooks/function-errors.md";
    private const string Usage = ".github/scripts/release.sh";
    private const string RolledBack = "Rolled back: all requests for the versions that served before. The next release tries the newest ones again, on a share of the requests.\n";
    private const string ByHand = $$"""
        The roll-back failed as well. Do it by hand, then mend the stack:
        aws lambda update-alias --region us-east-1 --function-name arn:aws:lambda:us-east-1:123456789012:function:ProcessWorkout-1a --name live --function-version 7 --routing-config AdditionalVersionWeights={}
        aws lambda update-alias --region us-east-1 --function-name arn:aws:lambda:us-east-1:123456789012:function:QueryWorkouts-2b --name live --function-version 7 --routing-config AdditionalVersionWeights={}

        """;

    private static readonly string _alarm = Alarm("MetricAlarms", "ALARM");
    private readonly ScriptRoom _room = new();

    public ReleaseTests()
    {
        _room.Deploy();
        _room.Write($"newest/{Process}", "8");
    }

    /// <summary>What is otherwise in the world (path and text in turn) and the mode; the exit code, what serves then, how often it deployed and looked, and what it said at the end.</summary>
    public static TheoryData<string[], string, int, string, int, int, string> Ends => new()
    {
        // What the alarms decide while a release watches them.
        { ["alarms/3", _alarm], "deploy", 1, "7", 2, 3, $"An alarm is on:\nerrors-1a\t{Description}\n{RolledBack}" },
        { ["alarms/3", Alarm("CompositeAlarms", "ALARM")], "deploy", 1, "7", 2, 3, $"An alarm is on:\nerrors-1a\t{Description}\n{RolledBack}" },
        { ["alarms/0", Alarm("MetricAlarms", "INSUFFICIENT_DATA")], "deploy", 0, "8", 2, 6, "" },
        { ["alarms/0", _alarm], "--force", 0, "8", 2, 6, "" },
        { ["alarms/0", _alarm, "alarms/2", Alarm("CompositeAlarms", "ALARM", "burn")], "--force", 1, "7", 2, 2, RolledBack },
        // Looks that fail for a moment do not matter; a last one that fails is no all-clear.
        { ["alarms/2", "FAIL", "alarms/5", NoAlarm], "deploy", 0, "8", 2, 6, "" },
        { ["alarms/2", "FAIL"], "deploy", 1, "7", 2, 5, $"The alarms cannot be read any more.\n{RolledBack}" },
        { ["alarms/6", "FAIL"], "deploy", 1, "7", 2, 6, $"The alarms cannot be read any more.\n{RolledBack}" },
        // A step fails, or it is interrupted.
        { ["up/0", "before"], "deploy", 1, "7", 1, 0, "The deployment failed. No request reaches a new version.\n" },
        { ["up/0", "after"], "deploy", 1, "7", 2, 0, $"The deployment failed half-way, with a canary: ProcessWorkout: 8 besides 7\n{RolledBack}" },
        { ["alarms/1", _alarm, "up/1", "before", "up/2", "before"], "deploy", 1, "7+8:0.1", 3, 1, ByHand },
        { ["up/1", "before"], "deploy", 1, "7+8:0.1", 2, 6, "No alarm came on, but the last step failed: the canary stays. Release again to go on.\n" },
        { ["interrupt", ""], "deploy", 130, "7+8:0.1", 1, 1, $"Interrupted. To go on, release again; to end a canary: {Usage} dev --roll-back\n" },
        { [$"alias/{Process}", Canary], "--roll-back", 0, "7", 1, 0, "Ended the canary: ProcessWorkout: 8 besides 7\n" },
        // What keeps a release from being begun: nothing is changed then.
        { ["alarms/0", _alarm], "deploy", 1, "7", 0, 0, $"Not deployed: an alarm is on already, and would say nothing about what is new. If this release mends it: {Usage} dev --force\nerrors-1a\t{Description}\n" },
        { ["alarms/0", "FAIL"], "deploy", 2, "7", 0, 0, "The alarms could not be read; nothing was changed.\n" },
        { ["no-alias", ""], "deploy", 2, "7", 0, 0, "The state of the stack dev could not be read; nothing was changed.\n" },
        { ["outputs", "no JSON"], "deploy", 2, "7", 0, 0, "The state of the stack dev could not be read; nothing was changed.\n" },
        { ["history", "no JSON"], "deploy", 2, "7", 0, 0, "The commit that was deployed last could not be read; nothing was changed.\n" },
        { [], "--roll-back", 2, "7", 0, 0, "There is no canary to end.\n" },
        { [], "--fast", 2, "7", 0, 0, $"\"--fast\" is no way to release: {Usage} <stack> [--force | --roll-back]\n" },
    };

    private static string NoAlarm => """{"MetricAlarms":[],"CompositeAlarms":[]}""";

    private static string Canary => """{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""";

    [Theory, MemberData(nameof(Ends))]
    public async Task Ends_with_what_serves_in_order_and_says_so(string[] world, string mode, int exitCode, string serves, int ups, int looks, string said)
    {
        foreach (var file in world.Chunk(2))
        {
            _room.Write(file[0], file[1]);
        }

        var release = await _room.RunAsync("release.sh", ["dev", mode], ("WATCH_MINUTES", "6"));

        Assert.Equal((exitCode, serves, ups, looks), (release.ExitCode, _room.Serves(Process), Ups().Length, _room.Calls("sleep").Length));
        Assert.EndsWith(said, release.Said, StringComparison.Ordinal);
        Assert.Equal("", _room.Git("status", "--porcelain"));
        Assert.Empty(_room.Leftovers);
    }

    [Theory]
    [InlineData("stage", "There is no stack \"stage\": no Pulumi.stage.yaml in ")]
    [InlineData("", "Name the stack: .github/scripts/release.sh <stack>\n")]
    public async Task Without_a_stack_nothing_is_deployed(string stack, string expected)
    {
        var release = await _room.RunAsync("release.sh", [stack, "deploy"]);

        Assert.Equal((2, 0), (release.ExitCode, Ups().Length));
        Assert.StartsWith(expected, release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_commit_does_not_go_over_a_newer_one()
    {
        _room.History(_room.Commits[1]);
        _room.Git("checkout", "--quiet", _room.Commits[0]);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups().Length));
        Assert.Equal(
            $"Commit {_room.Commits[0][..7]} is older than {_room.Commits[1][..7]}, which was deployed last. If that is meant: {Usage} dev --force\n",
            release.Said);
    }

    [Fact]
    public async Task A_new_version_gets_a_tenth_of_the_requests_while_exactly_the_alarms_of_the_stack_are_watched_then_all()
    {
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
        // Each minute, composite ones too.
        var looks = _room.Calls("aws").Where(call => call.StartsWith("cloudwatch", StringComparison.Ordinal)).ToArray();
        Assert.Equal(1 + 20, looks.Length);
        Assert.All(looks, look => Assert.Equal(
            "cloudwatch describe-alarms --region us-east-1 --output json --alarm-types MetricAlarm CompositeAlarm --alarm-names errors-1a burn", look));
        Assert.Equal(Enumerable.Repeat("60", 20), _room.Calls("sleep"));
    }

    [Fact]
    public async Task Alarms_that_the_deployment_itself_made_are_watched_as_well()
    {
        _room.Write("outputs-after", _room.Read("outputs").Replace(":alarm:burn\"", ":alarm:burn\", \"arn:aws:cloudwatch:us-east-1:123456789012:alarm:new\"", StringComparison.Ordinal));

        await ReleaseAsync();

        Assert.EndsWith("--alarm-names errors-1a burn new", _room.Calls("aws")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_deployment_of_all_has_no_canary()
    {
        using var room = new ScriptRoom();

        var release = await room.RunAsync("release.sh", ["dev"]);

        Assert.Equal((0, "Deployed, without a canary: there is no function whose version this release may choose.\n"), (release.ExitCode, release.Said));
        Assert.Equal([Up], room.Calls("pulumi").Where(IsUp));
        Assert.Empty(room.Calls("aws"));
    }

    [Fact]
    public async Task Unchanged_functions_have_no_canary_and_nothing_is_watched()
    {
        _room.Write($"newest/{Process}", "7");

        var release = await ReleaseAsync();

        Assert.Equal((0, "Deployed. No function changed, so there was nothing to watch.\n"), (release.ExitCode, release.Said));
        Assert.Single(Ups());
        Assert.Empty(_room.Calls("sleep"));
    }

    [Theory]
    [InlineData("""{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""", "7", "Goes on from a canary that was left: ProcessWorkout: 8 besides 7\n")]
    [InlineData("""{"FunctionVersion":"6"}""", "6", "")]
    public async Task A_release_goes_on_from_a_canary_that_was_left_or_from_what_was_rolled_back_to(string alias, string stable, string said)
    {
        _room.Write($"alias/{Process}", alias);
        _room.Write($"newest/{Process}", "9");

        var release = await ReleaseAsync();

        Assert.Equal((0, "9"), (release.ExitCode, _room.Serves(Process)));
        Assert.StartsWith(said, release.Said, StringComparison.Ordinal);
        Assert.Contains(Pin("processWorkout", stable, 10), Ups()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_whose_version_is_pinned_in_the_committed_settings_is_left_alone()
    {
        _room.Write("config", """{"workout-log:processWorkoutStableVersion":{"value":"6","secret":false},"workout-log:queryWorkoutsStableVersion":{"value":""}}""");
        _room.Write($"newest/{Process}", "7");
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

    public void Dispose() => _room.Dispose();

    private static string Alarm(string kind, string state, string name = "errors-1a") => $$"""
        {"{{kind}}":[{"AlarmName":"{{name}}","StateValue":"{{state}}","AlarmDescription":"{{Description}}"}]}
        """;

    private static string Pin(string function, string version, int percent) =>
        $"--config {function}StableVersion={version} --config {function}CanaryPercent={percent}";

    private static bool IsUp(string call) => call.StartsWith("up ", StringComparison.Ordinal);

    private string[] Ups() => [.. _room.Calls("pulumi").Where(IsUp)];

    private Task<(int ExitCode, string Output, string Said)> ReleaseAsync() => _room.RunAsync("release.sh", ["dev"]);
}
