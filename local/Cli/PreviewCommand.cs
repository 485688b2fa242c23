using WorkoutLog.Local.Cli.Redeploy;

namespace WorkoutLog.Local.Cli;

/// <summary><c>preview</c>: the resources of a stack, without credentials or network.</summary>
internal static class PreviewCommand
{
    private static readonly CommandText _text = new(
        Purpose.Inspect, "Shows all resources of a stack, without credentials or network",
        new Example("./workout preview --stack prod", "the resources as a tree"),
        new Example("./workout preview --stack prod --json", "the graph, with all inputs and options, as JSON"),
        new Example("./workout preview --program examples/Bookmarks", "another program with the same components"));

    public static Command Create()
    {
        var program = ProgramOption.Create();
        var stack = StackOption.Create(program);
        var json = new JsonOption("Print the graph as JSON on standard output");
        var config = ConfigOption.Create();
        var command = new DocumentedCommand("preview", _text) { stack, config, program, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var repository = await ProgramOption.LoadAsync(arguments.GetValue(program), cancellationToken).ConfigureAwait(false);
            var graph = await PackagedProgram.EvaluateAsync(repository, arguments.GetValue(stack)!, arguments.GetValue(config), cancellationToken).ConfigureAwait(false);
            await json.WriteAsync(arguments, () => GraphJson.Write(graph), console => GraphTree.Write(graph, console));
            return ExitCode.Success;
        });
        return command;
    }
}
