using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Tests.EndToEnd.ZeroDowntime;

/// <summary><c>workout redeploy</c> as a process, beside a <c>workout up</c>.</summary>
public sealed class RedeployCommandTests
{
    [Fact]
    public async Task Deploys_to_the_running_stack_or_says_why_not()
    {
        await using var up = await UpProcess.StartAsync();
        var api = new ApiClient(up.Url);
        var path = await api.LogAsync("athlete", "2026-05-09T07:30:00Z", minutes: 90);

        var same = await up.RunCommandAsync("redeploy");
        var stricter = await up.RunCommandAsync("redeploy", "--config", "maxDurationMinutes=60", "-c", "queryWorkoutsReservedConcurrency=40");
        var refused = await api.PostAsync("/workouts", """{"userId":"athlete","workoutType":"RUN","durationMinutes":61}""");
        var back = await up.RunCommandAsync("redeploy", "--json", "--config", "maxDurationMinutes=60", "--config", "processWorkoutStableVersion=1");
        var logged = await api.PostAsync("/workouts", """{"userId":"athlete","workoutType":"RUN","durationMinutes":61}""");

        Assert.Equal((0, "Deployment 2 of 'dev' is in force; nothing changed.\n", "Evaluating the stack 'dev' …\n"), same);
        Assert.Equal(0, stricter.ExitCode);
        Assert.Equal(
            """
            Deployment 3 of 'dev' is in force:
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
        Assert.Contains("Deployment 4 is in force: live of ProcessWorkout is version 1; live of QueryWorkouts is version 1.", up.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_nothing_runs()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("redeploy");

        Assert.Equal(
            (2, "", "workout: The stack 'dev' does not run on this machine (artifacts/local/dev.json is not there). Start it: ./workout up --stack dev\n"),
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
        Assert.Contains("Stop ./workout up and start it again; its workouts are then gone.", capacity.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("workout-log:colour is \"red\"; allowed: no such key", unknown.StandardError, StringComparison.Ordinal);
        Assert.Contains("workout-log:maxDurationMinutes is \"0\"", unknown.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, line.ExitCode);
        Assert.StartsWith("workout: --config must be a setting as key=value; received \"colour\".\n", line.StandardError, StringComparison.Ordinal);
    }
}
