using WorkoutLog.Local.Cli.Redeploy;

namespace WorkoutLog.Local.Cli;

/// <summary><c>redeploy</c>: puts the program as it is now into a run that goes on.</summary>
internal static class RedeployCommand
{
    private static readonly CommandText _text = new(
        Purpose.Run, "Puts the program as it is now into the running ./workout up, without stopping it",
        new Example("./workout redeploy", "what was edited since, as a new version where a function changed"),
        new Example("./workout redeploy --config processWorkoutStableVersion=1 --config processWorkoutCanaryPercent=10", "the new version for every tenth request, version 1 for all others"),
        new Example("./workout redeploy --config processWorkoutStableVersion=1", "back to version 1"))
    {
        Notes = "Requests under way end on the version that took them. What a run can't take over, such as another table, is refused and nothing changes.",
        Good = "deployed",
    };

    public static DocumentedCommand Create()
    {
        var stack = StackOption.Create();
        var config = ConfigOption.Create();
        var json = new JsonOption("Print what changed as one line of JSON on standard output");
        var command = new DocumentedCommand("redeploy", _text) { stack, config, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var (repository, name) = (Repository.Find(Environment.CurrentDirectory), arguments.GetValue(stack)!);
            using var client = new DeploymentClient(RunningStack.Find(repository, name), name);
            var published = await client.ReadPublishedAsync(cancellation);
            await Console.Error.WriteLineAsync($"Evaluating the stack '{name}' …");
            var configuration = StackConfiguration.Load(repository, name).With(arguments.GetValue(config));
            var graph = await PackagedProgram.EvaluateAsync(repository, configuration, published, cancellation);
            var changes = await client.DeployAsync(graph, cancellation);
            await json.WriteAsync(arguments, () => JsonSerializer.Serialize(changes, DeploymentChangesJson.Default.DeploymentChanges), console => ChangeText.Write(changes, console));
            return ExitCode.Good;
        });
        return command;
    }
}
