using WorkoutLog.Local.Scale;

namespace WorkoutLog.Local.Cli;

/// <summary><c>scale</c>: simulates hot keys of a stack.</summary>
internal static class ScaleCommand
{
    private const double DefaultLogsPerDay = 100_000_000;

    // More would make the simulation too slow.
    private const double MaxLogsPerDay = 1_000_000_000;

    // More than there are people on earth.
    private const long MaxUsers = 10_000_000_000;

    private static readonly CommandText _text = new(
        Purpose.Inspect,
        "Simulates the busiest minute of a day, and compares the hottest key and partition of each table with DynamoDB's limit",
        new Example("./workout scale --logs-per-day 100000000", "as many users as logs"),
        new Example("./workout scale --logs-per-day 1000000 --users 20000 --seed 7 --json", "fewer users, with more logs each, as JSON"))
    {
        Notes = "The most active 1 % of the users cause half of the load, and the morning peak is eight times the daily mean.",
    };

    public static Command Create()
    {
        var stack = StackOption.Create();
        var logs = NumberOption.Create("--logs-per-day", "Workouts logged per day", DefaultLogsPerDay, 1, MaxLogsPerDay);
        var users = NumberOption.Optional("--users", "Number of users; by default one per log", 1, MaxUsers);
        var seed = NumberOption.Create("--seed", "Seed of the simulation; the same seed gives the same figures", 1, 0, int.MaxValue);
        var json = new JsonOption();
        var command = new DocumentedCommand("scale", _text) { stack, logs, users, seed, json };
        command.SetAction(async (arguments, cancellation) =>
        {
            var graph = await PackagedProgram.EvaluateAsync(Repository.Find(Environment.CurrentDirectory), arguments.GetValue(stack)!, cancellation);
            var run = ScaleRun.Of(graph, Workload.OfApp(arguments.GetValue(logs)), arguments.GetValue(users), arguments.GetValue(seed));
            await json.WriteAsync(arguments, () => ScaleReport.ToJson(run), console => ScaleReport.Write(run, console));
            return ExitCode.Success;
        });
        return command;
    }
}
