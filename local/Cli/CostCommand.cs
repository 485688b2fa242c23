using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Cost;

namespace WorkoutLog.Local.Cli;

/// <summary><c>cost</c>: the monthly bill of a stack, without an account.</summary>
internal static class CostCommand
{
    // More than one workout per person on earth.
    private const double MaxPerDay = 10_000_000_000;

    private static readonly CommandText _text = new(
        Purpose.Inspect, "Shows the monthly cost of a stack, computed from its resource graph, without an AWS account",
        new Example("./workout cost --stack dev --logs-per-day 3000", "the itemised bill of a small stack, and the limit it reaches first"),
        new Example("./workout cost --stack prod --logs-per-day 1000000 --reads-per-day 5000000 --json", "the same for a large stack, as JSON"))
    {
        Notes = "The bill is for the twelfth month, because stored workouts accumulate. docs/cost.md lists the assumptions.",
    };

    public static Command Create()
    {
        var program = ProgramOption.Create();
        var stack = StackOption.Create(program);
        var logs = NumberOption.Required("--logs-per-day", "Workouts logged per day", 0, MaxPerDay);
        var reads = NumberOption.Create(
            "--reads-per-day", $"Reads per day, half statistics and half lists. An app makes about {Assumptions.ReadsPerLog} per log", 0, 0, MaxPerDay);
        var json = new JsonOption();
        var config = ConfigOption.Create();
        var command = new DocumentedCommand("cost", _text) { stack, config, program, logs, reads, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var repository = await ProgramOption.LoadAsync(arguments.GetValue(program), cancellation);
            var graph = await PackagedProgram.EvaluateAsync(repository, arguments.GetValue(stack)!, arguments.GetValue(config), cancellation);
            var report = CostReport.Of(graph, new Workload(arguments.GetValue(logs), arguments.GetValue(reads)));
            await json.WriteAsync(arguments, () => CostJson.Write(report), console => CostText.Write(report, console));
            return ExitCode.Success;
        });
        return command;
    }
}
