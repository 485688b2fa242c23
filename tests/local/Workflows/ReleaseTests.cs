namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>Releases: <c>.github/scripts/release.sh</c>, with one function changed from version 7 to 8.</summary>
[LongRunning]
public sealed class ReleaseTests : ScriptSandbox
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
    /// Mode; exit code, live version, number of deployments and of alarm checks, last message; other files of the world with their text.
    /// <c>release-texts.txt</c> has long texts. A temporary failure to read the alarms is ignored; a failure of the last read is not.
    /// </summary>
    [Theory, Cases]
    public async Task Ends_in_a_consistent_state_with_a_message(string mode, int exitCode, string serves, int ups, int looks, string said, params string[] world)
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
    [InlineData("stage", "Unknown stack \"stage\": no Pulumi.stage.yaml in ")]
    [InlineData("", "The stack is missing. Usage: .github/scripts/release.sh <stack>\n")]
    public async Task A_missing_or_unknown_stack_is_rejected(string stack, string expected)
    {
        var release = await RunAsync("release.sh", [stack, "deploy"]);

        Assert.Equal((2, 0), (release.ExitCode, Ups().Length));
        Assert.StartsWith(expected, release.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_commit_does_not_replace_a_newer_one()
    {
        History(Commits[1]);
        Git("checkout", "--quiet", Commits[0]);

        var release = await ReleaseAsync();

        Assert.Equal((2, 0), (release.ExitCode, Ups().Length));
        Assert.Equal(
            $"Commit {Commits[0][..7]} is older than the deployed commit {Commits[1][..7]}. To deploy it anyway: {Usage} dev --force\n", release.Said);
    }

    [Fact]
    public async Task A_new_version_is_a_canary_while_the_alarms_are_watched_and_then_gets_all_requests()
    {
        var release = await ReleaseAsync();

        Assert.Equal(0, release.ExitCode);
        Assert.Equal(
            [$"{Up} {Pin("processWorkout", "7", 10)} {Pin("queryWorkouts", "7", 10)}", $"{Up} {Pin("processWorkout", "", 0)} {Pin("queryWorkouts", "", 0)}"],
            Ups());
        Assert.Equal(
            """
            Canary with 10 % of the requests: ProcessWorkout: 8, stable 7
            Watching 2 alarms for 20 minutes.
            Deployed: no alarm became active, and all requests go to the new versions.

            """,
            release.Said);
        Assert.Equal(("8", "7"), (Serves(Process), Serves(Query)));
        Assert.Equal([$"plan --base {Commits[0]} --stack dev"], Calls("workout"));
        Assert.Contains(Calls("aws"), call => call.StartsWith("cloudwatch get-metric-data ", StringComparison.Ordinal));
        // Every minute, including composite alarms.
        var looks = Calls("aws").Where(call => call.StartsWith("cloudwatch describe-alarms", StringComparison.Ordinal)).ToArray();
        Assert.Equal(1 + 20, looks.Length);
        Assert.All(looks, look => Assert.Equal(
            "cloudwatch describe-alarms --region us-east-1 --output json --alarm-types MetricAlarm CompositeAlarm --alarm-names errors-1a burn", look));
        Assert.Equal(Enumerable.Repeat("60", 20), Calls("sleep"));
    }

    [Fact]
    public async Task Alarms_created_by_the_deployment_are_watched_too()
    {
        Write("outputs-after", Read("outputs").Replace(":alarm:burn\"", ":alarm:burn\", \"arn:aws:cloudwatch:us-east-1:123456789012:alarm:new\"", StringComparison.Ordinal));

        await ReleaseAsync();

        Assert.EndsWith("--alarm-names errors-1a burn new", Calls("aws").Last(call => call.Contains("describe-alarms", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_deployment_has_no_canary()
    {
        using var sandbox = new ScriptSandbox();

        var release = await sandbox.RunAsync("release.sh", ["dev"]);

        Assert.Equal((0, "Deployed without a canary: no function version is managed by this release.\n"), (release.ExitCode, release.Said));
        Assert.Equal([Up], sandbox.Calls("pulumi").Where(IsUp));
        Assert.Equal(["apigateway get-account --region us-east-1 --query cloudwatchRoleArn --output text"], sandbox.Calls("aws"));
    }

    [Theory, InlineData("false", false), InlineData("true", true)]
    public async Task The_first_deployment_requires_or_sets_the_logging_role_of_API_Gateway(string manages, bool deploys)
    {
        using var sandbox = new ScriptSandbox();
        sandbox.Write("logging-role", "None\n");
        sandbox.Write("config", $$"""{ "aws:region": { "value": "us-east-1" }, "workout-log:apiManageAccountLogging": { "value": "{{manages}}" } }""");

        var release = await sandbox.RunAsync("release.sh", ["dev"]);

        Assert.Equal(deploys ? 0 : 2, release.ExitCode);
        Assert.Equal(deploys, sandbox.Calls("pulumi").Any(IsUp));
        Assert.Equal(!deploys, release.Said.EndsWith("nothing was changed.\nFix: pulumi config set apiManageAccountLogging true --stack dev\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unchanged_functions_have_no_canary()
    {
        Write($"newest/{Process}", "7");

        var release = await ReleaseAsync();

        Assert.Equal((0, "Deployed. No function changed, so there is no canary.\n"), (release.ExitCode, release.Said));
        Assert.Single(Ups());
        Assert.Empty(Calls("sleep"));
    }

    [Theory]
    [InlineData("""{"FunctionVersion":"7","RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}""", "7", "Continues from an existing canary: ProcessWorkout: 8, stable 7\n")]
    [InlineData("""{"FunctionVersion":"6"}""", "6", "")]
    public async Task A_release_continues_from_an_existing_canary_or_from_a_roll_back(string alias, string stable, string said)
    {
        Write($"alias/{Process}", alias);
        Write($"newest/{Process}", "9");

        var release = await ReleaseAsync();

        Assert.Equal((0, "9"), (release.ExitCode, Serves(Process)));
        Assert.StartsWith(said, release.Said, StringComparison.Ordinal);
        Assert.Contains(Pin("processWorkout", stable, 10), Ups()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_pinned_in_the_committed_settings_does_not_change()
    {
        Write("config", """{"workout-log:processWorkoutStableVersion":{"value":"6","secret":false},"workout-log:queryWorkoutsStableVersion":{"value":""}}""");
        Write($"newest/{Process}", "7");
        Write($"newest/{Query}", "8");

        await ReleaseAsync();

        Assert.Equal([$"{Up} {Pin("queryWorkouts", "7", 10)}", $"{Up} {Pin("queryWorkouts", "", 0)}"], Ups());
    }

    [Fact]
    public void The_watch_is_longer_than_the_alarms_on_failing_requests_need()
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
