using WorkoutLog.Local.Scale;

namespace WorkoutLog.Local.Cli;

/// <summary><c>scale</c>: how hot the keys of a stack get.</summary>
internal static class ScaleCommand
{
    private const double UsualLogsPerDay = 100_000_000;

    // A simulated minute of more would take longer than anybody waits.
    private const double MostLogsPerDay = 1_000_000_000;

    // More than there are people.
    private const long MostUsers = 10_000_000_000;

    private static readonly CommandText _text = new(
        Purpose.See,
        "Simulates the busiest minute of a day, and shows how near the hottest key and partition of each table come to DynamoDB's limit",
        new Example("./workout scale --logs-per-day 100000000", "as many users as logs"),
        new Example("./workout scale --logs-per-day 1000000 --users 20000 --seed 7 --json", "fewer users, who log more each, for machines"))
    {
        Notes = "The busiest 1 % of the users make half of the load, and the morning's peak is eight times the day's mean.",
    };

    public static Command Create()
    {
        var stack = StackOption.Create();
        var logs = NumberOption.Create("--logs-per-day", "Workouts that are logged a day", UsualLogsPerDay, 1, MostLogsPerDay);
        var users = NumberOption.Optional("--users", "Who log them; as many as logs a day when left out", 1, MostUsers);
        var seed = NumberOption.Create("--seed", "Starts the simulation; the same seed gives the same figures", 1, 0, int.MaxValue);
        var json = new JsonOption();
        var command = new DocumentedCommand("scale", _text) { stack, logs, users, seed, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var graph = await PackagedProgram.EvaluateAsync(Repository.Find(Environment.CurrentDirectory), arguments.GetValue(stack)!, cancellation);
            var run = ScaleRun.Of(graph, Workload.OfApp(arguments.GetValue(logs)), arguments.GetValue(users), arguments.GetValue(seed));
            await json.WriteAsync(arguments, () => ScaleReport.ToJson(run), console => ScaleReport.Write(run, console));
            return ExitCode.Good;
        });
        return command;
    }
}
