using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Cost;

namespace WorkoutLog.Local.Cli;

/// <summary><c>cost</c>: the monthly bill of a stack, without an account.</summary>
internal static class CostCommand
{
    // More than one from everybody.
    private const double MostPerDay = 10_000_000_000;

    private static readonly CommandText _text = new(
        Purpose.See, "Shows what a stack costs in a month, from its own graph, without an account",
        new Example("./workout cost --stack dev --logs-per-day 3000", "the bill of a small stack, line by line, and what breaks first"),
        new Example("./workout cost --stack prod --logs-per-day 1000000 --reads-per-day 5000000 --json", "the same of a large one, for machines"))
    {
        Notes = "A bill is that of the twelfth month, as workouts are kept for ever. What it assumes stands in docs/cost.md.",
    };

    public static Command Create()
    {
        var program = ProgramOption.Create();
        var stack = StackOption.Create(program);
        var logs = NumberOption.Required("--logs-per-day", "Workouts that are logged a day", 0, MostPerDay);
        var reads = NumberOption.Create(
            "--reads-per-day", $"Statistics and lists that are read, half of each. An app makes some {Assumptions.ReadsPerLog} for each log", 0, 0, MostPerDay);
        var json = new JsonOption();
        var config = ConfigOption.Create();
        var command = new DocumentedCommand("cost", _text) { stack, config, program, logs, reads, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var repository = await ProgramOption.LoadAsync(arguments.GetValue(program), cancellation);
            var graph = await PackagedProgram.EvaluateAsync(repository, arguments.GetValue(stack)!, arguments.GetValue(config), cancellation);
            var report = CostReport.Of(graph, new Workload(arguments.GetValue(logs), arguments.GetValue(reads)));
            await json.WriteAsync(arguments, () => CostJson.Write(report), console => CostText.Write(report, console));
            return ExitCode.Good;
        });
        return command;
    }
}
