using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Tests.EndToEnd.ZeroDowntime;

/// <summary>What of the real stack a deployment takes over, beside code and settings of the functions.</summary>
public sealed class RedeployedStackTests : IAsyncLifetime
{
    private LocalRun? _run;
    private ResourceGraph? _graph;

    private LocalRun Run => _run!;

    public async Task InitializeAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        _graph = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        var options = new LocalRunOptions(repository.Root, 0, _ => { }, TimeProvider.System)
        {
            // No minute ends during the test, so no alarm is evaluated.
            MetricMinute = TimeSpan.FromHours(1),
        };
        _run = await LocalRun.StartAsync(_graph, options, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Run.DisposeAsync();

    [Fact]
    public async Task Policies_alarms_and_the_console_are_those_of_the_newest_deployment()
    {
        var api = new ApiClient(new Uri(Run.Url));
        await api.LogAsync("u", "2026-05-09T07:30:00Z");
        var alarms = Run.CloudWatch!.Alarms;

        var changes = await Run.RedeployAsync(
            Without(resource => resource.Type == RolePolicyType.Token && resource.Inputs["policy"]!.GetValue<string>().Contains("dynamodb:PutItem", StringComparison.Ordinal)
                || (resource.Type == MetricAlarmType.Token && resource.Name == alarms[0].Name)),
            CancellationToken.None);
        var denied = await api.PostAsync("/workouts", """{"userId":"u","workoutType":"RUN","durationMinutes":61}""");
        var fewer = Run.CloudWatch.Alarms;
        await Run.RedeployAsync(_graph!, CancellationToken.None);
        var logged = await api.PostAsync("/workouts", """{"userId":"u","workoutType":"RUN","durationMinutes":61}""");

        Assert.All(changes.Resources, change => Assert.Equal("removed", $"{change.Kind}".ToLowerInvariant()));
        // A right is of the role, not of a version: the process that had it loses it.
        denied.AssertStatus(500);
        logged.AssertStatus(201);
        Assert.Equal(alarms.Skip(1).Select(alarm => alarm.Name), fewer.Select(alarm => alarm.Name));
        Assert.Equal(alarms.Select(alarm => alarm.Name), Run.CloudWatch.Alarms.Select(alarm => alarm.Name));
        // The alarms that stayed keep their state; the one that went and came back begins again.
        Assert.Equal(alarms.Skip(1).Select(Standing), Run.CloudWatch.Alarms.Skip(1).Select(Standing));
        Assert.True(Run.CloudWatch.Alarms[0].Since > alarms[0].Since);
        using var http = new HttpClient();
        Assert.Contains("\"deployment\":3", await http.GetStringAsync(new Uri(new Uri(Run.Url), "/_console/data/live?minutes=15")), StringComparison.Ordinal);
    }

    private static (AlarmState, DateTimeOffset) Standing(AlarmStatus alarm) => (alarm.State, alarm.Since);

    private ResourceGraph Without(Predicate<GraphResource> isOut) =>
        _graph! with { Resources = [.. _graph.Resources.Where(resource => !isOut(resource))] };
}
