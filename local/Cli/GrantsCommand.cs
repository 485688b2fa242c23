using WorkoutLog.Local.Cli.Grants;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Examples;

namespace WorkoutLog.Local.Cli;

/// <summary><c>grants</c>: plays the documented examples, and compares what the functions may do with what they did.</summary>
internal static class GrantsCommand
{
    private static readonly CommandText _text = new(
        Purpose.Try, "Plays every documented example on a run of its own, and compares the rights of the functions with their use",
        new Example("./workout grants", "the rights of the stack dev, one line each"),
        new Example("./workout grants --stack prod --json", "those of another stack, for machines"))
    {
        Good = "each right is used and none is missing",
        NotGood = "a right is unused or missing, or an example was answered otherwise than documented",
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
            return report.IsExact ? ExitCode.Good : ExitCode.NotGood;
        });
        return command;
    }

    private static async Task<GrantsReport> MeasureAsync(string stackName, ImmutableArray<KeyValuePair<string, string>> config, CancellationToken cancellation)
    {
        var repository = Repository.Find(Environment.CurrentDirectory);
        var graph = await PackagedProgram.EvaluateAsync(repository, stackName, config, cancellation);
        // What the functions log about the examples is as documented too, and tells nothing about rights.
        var options = new LocalRunOptions(repository.Root, Port: 0, _ => { }, TimeProvider.System);
        await Console.Error.WriteLineAsync($"Playing {ApiExamples.All.Length} documented examples on the stack '{stackName}' …");
        await using var run = await LocalRun.StartAsync(graph, options, cancellation);
        var differences = await ExamplePlayer.PlayAsync(
            new Uri(run.Url), run.Description.Api.Account, run.Description.Region, options.Clock, cancellation);
        await run.SettleEventsAsync(cancellation);
        var calls = CallLog.Read(run.Calls.Path);
        return new GrantsReport(stackName, ApiExamples.All.Length, differences, GrantedAndUsed.Compare(run.Description.Roles, calls));
    }
}
