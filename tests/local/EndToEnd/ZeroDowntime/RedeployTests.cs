using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd.ZeroDowntime;

/// <summary><c>workout redeploy</c> as a process, on a running <c>workout up</c>.</summary>
public sealed class RedeployCommandTests
{
    [Fact]
    public async Task Deploys_to_the_running_stack_or_reports_why_not()
    {
        await using var up = await UpProcess.StartAsync();
        var api = new ApiClient(up.Url);
        var path = await api.LogAsync("athlete", "2026-05-09T07:30:00Z", minutes: 90);

        var same = await up.RunCommandAsync("redeploy");
        var stricter = await up.RunCommandAsync("redeploy", "--config", "maxDurationMinutes=60", "-c", "queryWorkoutsReservedConcurrency=40");
        var refused = await api.PostAsync("/workouts", """{"userId":"athlete","workoutType":"RUN","durationMinutes":61}""");
        var back = await up.RunCommandAsync("redeploy", "--json", "--config", "maxDurationMinutes=60", "--config", "processWorkoutStableVersion=1");
        var logged = await api.PostAsync("/workouts", """{"userId":"athlete","workoutType":"RUN","durationMinutes":61}""");

        Assert.Equal((0, "Deployment 2 of 'dev' is live; nothing changed.\n", "Evaluating the stack 'dev' …\n"), same);
        Assert.Equal(0, stricter.ExitCode);
        Assert.Equal(
            """
            Deployment 3 of 'dev' is live:
              version    ProcessWorkout 2 (environment)
              alias      live of ProcessWorkout: 1 → 2
              function   changed QueryWorkouts (reservedConcurrentExecutions)
              parameter  changed /workout-log/dev/max-duration-minutes: 1440 → 60

            """,
            stricter.StandardOutput);
        refused.AssertStatus(400);
        var changes = JsonNode.Parse(back.StandardOutput)!;
        Assert.Equal((0, 4, 0), (back.ExitCode, changes["deployment"]!.GetValue<int>(), changes["versions"]!.AsArray().Count));
        Assert.Equal("""{"alias":"live","function":"ProcessWorkout","before":"2","now":"1"}""", Assert.Single(changes["aliases"]!.AsArray())!.ToJsonString());
        // A process of version 1 reads the limit when it starts, as on AWS.
        logged.AssertStatus(400);
        (await api.GetAsync(path)).AssertStatus(200);
        await AssertRefusedAsync(up);
        Assert.Equal(0, (await up.StopAsync()).ExitCode);
        Assert.Contains("Deployment 4 is live: live of ProcessWorkout is version 1; live of QueryWorkouts is version 1.", up.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_that_no_stack_runs()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("redeploy");

        Assert.Equal(
            (2, "", "workout: The stack 'dev' is not running on this machine (artifacts/local/dev.json is missing). Fix: ./workout up --stack dev\n"),
            (exitCode, output, error));
    }

    private static async Task AssertRefusedAsync(UpProcess up)
    {
        var pinned = await up.RunCommandAsync("redeploy", "--config", "processWorkoutStableVersion=9");
        var capacity = await up.RunCommandAsync("redeploy", "--config", "capacity=autoscaled");
        var unknown = await up.RunCommandAsync("redeploy", "--config", "colour=red", "--config", "maxDurationMinutes=0");
        var line = await up.RunCommandAsync("redeploy", "--config", "colour");

        Assert.Equal((2, ""), (pinned.ExitCode, pinned.StandardOutput));
        Assert.Contains("workout: ResourceNotFoundException: Function not found: ", pinned.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, capacity.ExitCode);
        Assert.Contains("the table 'logs' is declared differently (billingMode, ", capacity.StandardError, StringComparison.Ordinal);
        Assert.Contains("Fix: stop ./workout up and start it again, which deletes its workouts.", capacity.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("workout-log:colour is not a setting", unknown.StandardError, StringComparison.Ordinal);
        Assert.Contains("workout-log:maxDurationMinutes must be a whole number", unknown.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, line.ExitCode);
        Assert.StartsWith("workout: --config must be key=value; got \"colour\".\n", line.StandardError, StringComparison.Ordinal);
    }
}

/// <summary>Changes of the real stack that a deployment applies, apart from code and settings of the functions.</summary>
public sealed class RedeployedStackTests(Stacks stacks) : IClassFixture<Stacks>, IAsyncLifetime
{
    private LocalRun? _run;
    private ResourceGraph? _graph;

    private LocalRun Run => _run!;

    public async Task InitializeAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        _graph = stacks.Dev;
        // Only the parameter; the function's environment keeps another limit.
        _graph.OfType(ParameterType.Token).Single(parameter => parameter.Inputs["name"]!.GetValue<string>() == "/workout-log/dev/max-duration-minutes").Inputs["value"] = "60";
        // No minute of metric time ends during the test, so no alarm is evaluated.
        var options = new LocalRunOptions(repository.Root, 0, _ => { }, TimeProvider.System) { MetricMinute = TimeSpan.FromHours(1) };
        _run = await LocalRun.StartAsync(_graph, options, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Run.DisposeAsync();

    [Fact]
    public async Task The_limit_is_the_parameters_and_policies_alarms_and_the_console_are_those_of_the_newest_deployment()
    {
        var api = new ApiClient(new Uri(Run.Url));
        await api.LogAsync("u", "2026-05-09T07:30:00Z");
        var tooLong = await api.PostAsync("/workouts", """{"userId":"u","workoutType":"RUN","durationMinutes":61}""");
        var alarms = Run.CloudWatch!.Alarms;

        var changes = await Run.RedeployAsync(
            Without(resource => resource.Type == RolePolicyType.Token && resource.Inputs["policy"]!.GetValue<string>().Contains("dynamodb:PutItem", StringComparison.Ordinal)
                || (resource.Type == MetricAlarmType.Token && resource.Name == alarms[0].Name)),
            CancellationToken.None);
        var denied = await api.PostAsync("/workouts", """{"userId":"u","workoutType":"RUN","durationMinutes":31}""");
        var fewer = Run.CloudWatch.Alarms;
        await Run.RedeployAsync(_graph!, CancellationToken.None);
        var logged = await api.PostAsync("/workouts", """{"userId":"u","workoutType":"RUN","durationMinutes":31}""");

        tooLong.AssertProblem(ProblemKind.InvalidRequest, ("durationMinutes", "out_of_range"));
        Assert.Equal("durationMinutes must be above 0 and at most 60 minutes; got 61.", tooLong.Json["detail"]!.GetValue<string>());
        Assert.All(changes.Resources, change => Assert.Equal("removed", $"{change.Kind}".ToLowerInvariant()));
        // Permissions belong to the role, not to a version: a running process loses them.
        denied.AssertStatus(500);
        logged.AssertStatus(201);
        Assert.Equal(alarms.Skip(1).Select(alarm => alarm.Name), fewer.Select(alarm => alarm.Name));
        Assert.Equal(alarms.Select(alarm => alarm.Name), Run.CloudWatch.Alarms.Select(alarm => alarm.Name));
        // Alarms that stayed keep their state; the one that was removed and added again starts over.
        Assert.Equal(alarms.Skip(1).Select(Standing), Run.CloudWatch.Alarms.Skip(1).Select(Standing));
        Assert.True(Run.CloudWatch.Alarms[0].Since > alarms[0].Since);
        using var http = new HttpClient();
        Assert.Contains("\"deployment\":3", await http.GetStringAsync(new Uri(new Uri(Run.Url), "/_console/data/live?minutes=15")), StringComparison.Ordinal);
    }

    private static (AlarmState, DateTimeOffset) Standing(AlarmStatus alarm) => (alarm.State, alarm.Since);

    private ResourceGraph Without(Predicate<GraphResource> isOut) => _graph! with { Resources = [.. _graph.Resources.Where(resource => !isOut(resource))] };
}
