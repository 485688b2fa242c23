using WorkoutLog.Local.Cli.Grants;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Examples;

namespace WorkoutLog.Local.Cli;

/// <summary><c>grants</c>: runs the documented examples, and compares the permissions of the functions with their calls.</summary>
internal static class GrantsCommand
{
    private static readonly CommandText _text = new(
        Purpose.Test, "Runs every documented example on a separate local run, and compares the permissions of the functions with their calls",
        new Example("./workout grants", "the permissions in the stack dev, one line each"),
        new Example("./workout grants --stack prod --json", "those in another stack, as JSON"))
    {
        Success = "every permission is used and none is missing",
        Failure = "a permission is unused or missing, or a response differs from the documentation",
    };

    public static Command Create()
    {
        var stack = StackOption.Create();
        var config = ConfigOption.Create();
        var json = new JsonOption();
        var command = new DocumentedCommand("grants", _text) { stack, config, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var report = await MeasureAsync(arguments.GetValue(stack)!, arguments.GetValue(config), cancellation);
            await json.WriteAsync(arguments, report.ToJson, report.Write);
            return report.IsExact ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static async Task<GrantsReport> MeasureAsync(string stackName, ImmutableArray<KeyValuePair<string, string>> config, CancellationToken cancellation)
    {
        var repository = Repository.Find(Environment.CurrentDirectory);
        var graph = await PackagedProgram.EvaluateAsync(repository, stackName, config, cancellation);
        // The functions' logs say nothing about permissions.
        var options = new LocalRunOptions(repository.Root, Port: 0, _ => { }, TimeProvider.System);
        await Console.Error.WriteLineAsync($"Running {ApiExamples.All.Length} documented examples on the stack '{stackName}' …");
        await using var run = await LocalRun.StartAsync(graph, options, cancellation);
        var differences = await ExamplePlayer.PlayAsync(
            new Uri(run.Url), run.Description.Api.Account, run.Description.Region, options.Clock, cancellation);
        await run.SettleEventsAsync(cancellation);
        var calls = CallLog.Read(run.Calls.Path);
        return new GrantsReport(stackName, ApiExamples.All.Length, differences, GrantedAndUsed.Compare(run.Description.Roles, calls));
    }
}
