namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>How a version gets to the callers: <c>.github/scripts/release.sh</c>, with one function changed from version 7 to 8.</summary>
[LongRunning]
public sealed class ReleaseTests : ScriptRoom
{
    private const string Up = "up --yes --skip-preview --non-interactive --stack dev --config-file …/Pulumi.dev.yaml";
    private const string Process = "ProcessWorkout";
    private const string Query = "QueryWorkouts";
    private const string Usage = ".github/scripts/release.sh";

    private static readonly Dictionary<string, string> _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Fixture("Workflows/release-texts.txt")))!;

    public ReleaseTests()
    {
        Deploy();
        Write($"newest/{Process}", "8");
    }

    /// <summary>
    /// The mode; the exit code, what serves then, how often it deployed and looked, and what it said at the end; what is otherwise in the world: each file with its text.
    /// <c>release-texts.txt</c> has what is too long for a case. A look that fails for a moment does not matter; a last one that fails is no all-clear.
    /// </summary>
    [Theory, Cases]
    public async Task Ends_with_what_serves_in_order_and_says_so(string mode, int exitCode, string serves, int ups, int looks, string said, params string[] world)
    {
        foreach (var file in world.Select(file => file.Split(' ', 2)))
        {
            Write(file[0], file.Length == 1 ? "" : _texts.GetValueOrDefault(file[1], file[1]));
        }

        var release = await RunAsync("release.sh", ["dev", mode], ("WATCH_MINUTES", "6"));

        Assert.Equal((exitCode, serves, ups, looks), (release.ExitCode, Serves(Process), Ups().Length, Calls("sleep").Length));
        Assert.EndsWith(_texts.Aggregate(said, (text, known) => text.Replace(known.Key, known.Value, StringComparison.Ordinal)), release.Said, StringComparison.Ordinal);
        Assert.Equal("", Git("status", "--porcelain"));
        Assert.Empty(Leftovers);
    }

    [Theory]
    [InlineData("stage", "There is no stack \"stage\": no Pulumi.stage.yaml in ")]
    [InlineData("", "Name the stack: .github/scripts/release.sh <stack>\n")]
    public async Task Without_a_stack_nothing_is_deployed(string stack, string expected)
    {
        var release = await RunAsync("release.sh", [stack, "deploy"]);

        Assert.Equal((2, 0), (release.ExitCode, Ups().Length));
        Assert.StartsWith(expected, release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_commit_does_not_go_over_a_newer_one()
    {
        History(Commits[1]);
        Git("checkout", "--quiet", Commits[0]);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups().Length));
        Assert.Equal(
            $"Commit {Commits[0][..7]} is older than {Commits[1][..7]}, which was deployed last. If that is meant: {Usage} dev --force\n", release.Said);
    }

    [Fact]
    public async Task A_new_version_gets_a_tenth_of_the_requests_while_exactly_the_alarms_of_the_stack_are_watched_then_all()
    {
        var release = await ReleaseAsync();

        Assert.Equal(0, release.ExitCode);
        Assert.Equal(
            [$"{Up} {Pin("processWorkout", "7", 10)} {Pin("queryWorkouts", "7", 10)}", $"{Up} {Pin("processWorkout", "", 0)} {Pin("queryWorkouts", "", 0)}"],
            Ups());
        Assert.Equal(
            """
            10 % of the requests for ProcessWorkout: 8 besides 7
            Watching 2 alarms for 20 minutes.
            Deployed: no alarm came on, and all requests reach the new versions.

            """,
            release.Said);
        Assert.Equal(("8", "7"), (Serves(Process), Serves(Query)));
        Assert.Equal([$"plan --base {Commits[0]} --stack dev"], Calls("workout"));
        Assert.Contains(Calls("aws"), call => call.StartsWith("cloudwatch get-metric-data ", StringComparison.Ordinal));
        // Each minute, composite ones too.
        var looks = Calls("aws").Where(call => call.StartsWith("cloudwatch describe-alarms", StringComparison.Ordinal)).ToArray();
        Assert.Equal(1 + 20, looks.Length);
        Assert.All(looks, look => Assert.Equal(
            "cloudwatch describe-alarms --region us-east-1 --output json --alarm-types MetricAlarm CompositeAlarm --alarm-names errors-1a burn", look));
        Assert.Equal(Enumerable.Repeat("60", 20), Calls("sleep"));
    }

    [Fact]
    public async Task Alarms_that_the_deployment_itself_made_are_watched_as_well()
    {
        Write("outputs-after", Read("outputs").Replace(":alarm:burn\"", ":alarm:burn\", \"arn:aws:cloudwatch:us-east-1:123456789012:alarm:new\"", StringComparison.Ordinal));

        await ReleaseAsync();

        Assert.EndsWith("--alarm-names errors-1a burn new", Calls("aws").Last(call => call.Contains("describe-alarms", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_deployment_of_all_has_no_canary()
    {
        using var room = new ScriptRoom();

        var release = await room.RunAsync("release.sh", ["dev"]);

        Assert.Equal((0, "Deployed, without a canary: there is no function whose version this release may choose.\n"), (release.ExitCode, release.Said));
        Assert.Equal([Up], room.Calls("pulumi").Where(IsUp));
        Assert.Equal(["apigateway get-account --region us-east-1 --query cloudwatchRoleArn --output text"], room.Calls("aws"));
    }

    [Theory, InlineData("false", false), InlineData("true", true)]
    public async Task The_first_deployment_needs_the_role_by_which_API_Gateway_logs_or_sets_it(string manages, bool deploys)
    {
        using var room = new ScriptRoom();
        room.Write("logging-role", "None\n");
        room.Write("config", $$"""{ "aws:region": { "value": "us-east-1" }, "workout-log:apiManageAccountLogging": { "value": "{{manages}}" } }""");

        var release = await room.RunAsync("release.sh", ["dev"]);

        Assert.Equal(deploys ? 0 : 2, release.ExitCode);
        Assert.Equal(deploys, room.Calls("pulumi").Any(IsUp));
        Assert.Equal(!deploys, release.Said.EndsWith("nothing was changed.\nFix: pulumi config set apiManageAccountLogging true --stack dev\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unchanged_functions_have_no_canary_and_nothing_is_watched()
    {
        Write($"newest/{Process}", "7");

        var release = await ReleaseAsync();

        Assert.Equal((0, "Deployed. No function changed, so there was nothing to watch.\n"), (release.ExitCode, release.Said));
        Assert.Single(Ups());
        Assert.Empty(Calls("sleep"));
    }

    [Theory]
    [InlineData("""{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""", "7", "Goes on from a canary that was left: ProcessWorkout: 8 besides 7\n")]
    [InlineData("""{"FunctionVersion":"6"}""", "6", "")]
    public async Task A_release_goes_on_from_a_canary_that_was_left_or_from_what_was_rolled_back_to(string alias, string stable, string said)
    {
        Write($"alias/{Process}", alias);
        Write($"newest/{Process}", "9");

        var release = await ReleaseAsync();

        Assert.Equal((0, "9"), (release.ExitCode, Serves(Process)));
        Assert.StartsWith(said, release.Said, StringComparison.Ordinal);
        Assert.Contains(Pin("processWorkout", stable, 10), Ups()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_whose_version_is_pinned_in_the_committed_settings_is_left_alone()
    {
        Write("config", """{"workout-log:processWorkoutStableVersion":{"value":"6","secret":false},"workout-log:queryWorkoutsStableVersion":{"value":""}}""");
        Write($"newest/{Process}", "7");
        Write($"newest/{Query}", "8");

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

    private static string Pin(string function, string version, int percent) =>
        $"--config {function}StableVersion={version} --config {function}CanaryPercent={percent}";

    private static bool IsUp(string call) => call.StartsWith("up ", StringComparison.Ordinal);

    private string[] Ups() => [.. Calls("pulumi").Where(IsUp)];

    private Task<(int ExitCode, string Output, string Said)> ReleaseAsync() => RunAsync("release.sh", ["dev"]);
}
