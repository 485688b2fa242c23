using WorkoutLog.Local.Cli.Redeploy;

namespace WorkoutLog.Local.Cli;

/// <summary><c>redeploy</c>: deploys the edited program to a running stack.</summary>
internal static class RedeployCommand
{
    private static readonly CommandText _text = new(
        Purpose.Run, "Deploys your edits to the running ./workout up, without stopping it",
        new Example("./workout redeploy", "deploys your edits, with a new version of each changed function"),
        new Example("./workout redeploy --config processWorkoutStableVersion=1 --config processWorkoutCanaryPercent=10", "10 % of the requests go to the new version, the others to version 1"),
        new Example("./workout redeploy --config processWorkoutStableVersion=1", "rolls back to version 1"))
    {
        Notes = "Requests in flight finish on the version that received them. A change that a run can't apply, such as a new table, is rejected as a whole.",
        Success = "deployed",
    };

    public static DocumentedCommand Create()
    {
        var stack = StackOption.Create();
        var config = ConfigOption.Create();
        var json = new JsonOption("Print the changes as one line of JSON on standard output");
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
            return ExitCode.Success;
        });
        return command;
    }
}
