using System.CommandLine;
using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary><c>growth</c>: what a longer history and more clients at once do to latency, capacity and throughput.</summary>
internal sealed class GrowthPart : ScriptCommand
{
    public GrowthPart()
        : base("growth", new CommandText(
            Purpose.Try,
            "Measures reads from 10 logs of a user up, and writes of 1 to 64 clients at once",
            new Example("./workout bench growth", "as the published figures were made"),
            new Example("./workout bench growth --max-logs 1000 --repetitions 50 --seconds 2 --json", "a short look, for machines")))
    {
        Add(MaxLogs);
        Add(Repetitions);
        Add(Seconds);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> MaxLogs { get; } = NumberOption.Create("--max-logs", "Logs of the user with the longest history", 100_000, 10, 10_000_000);

    public Option<int> Repetitions { get; } = NumberOption.Create("--repetitions", "Calls of each kind and history", 200, 1, 100_000);

    public Option<int> Seconds { get; } = NumberOption.Create("--seconds", "How long the clients of one concurrency write", 10, 1, 600);

    public ResultOptions Result { get; } = new();
}
