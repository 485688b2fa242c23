using WorkoutLog.Contracts;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Tests.EndToEnd;

public sealed class RuntimeParameterTests
{
    [Fact]
    public async Task The_function_takes_its_limit_from_the_parameter_and_not_from_its_environment()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var graph = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        var limit = graph.Resources.Single(resource =>
            resource.Type == ParameterType.Token && resource.Inputs["name"]!.GetValue<string>() == "/workout-log/dev/max-duration-minutes");
        limit.Inputs["value"] = "60";
        await using var run = await LocalRun.StartAsync(
            graph, new LocalRunOptions(repository.Root, 0, _ => { }, TimeProvider.System), CancellationToken.None);

        var answer = await new ApiClient(new Uri(run.Url)).PostAsync("/workouts", """{"userId":"u","workoutType":"RUN","durationMinutes":61}""");

        answer.AssertProblem(ProblemKind.InvalidRequest, ("durationMinutes", "out_of_range"));
        Assert.Equal("durationMinutes must be above 0 and at most 60 minutes; received 61.", answer.Json["detail"]!.GetValue<string>());
    }
}
