using System.CommandLine;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Cli;

/// <summary><c>preview</c>: the resources of a stack, without credentials or network.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var stack = StackOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the graph as JSON on standard output" };
        var command = new Command("preview", "Shows every resource of a stack, without credentials or network") { stack, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var repository = Repository.Find(Environment.CurrentDirectory);
            var graph = await PackagedProgram.EvaluateAsync(repository, arguments.GetValue(stack)!, cancellationToken).ConfigureAwait(false);
            if (arguments.GetValue(json))
            {
                await Console.Out.WriteLineAsync(GraphJson.Write(graph)).ConfigureAwait(false);
            }
            else
            {
                GraphTree.Write(graph);
            }

            return 0;
        });
        return command;
    }
}
