using WorkoutLog.Bench.Growth.Writes;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Growth.Report;

/// <summary>Creates per second by number of concurrent clients.</summary>
internal static class WriteTables
{
    private const string OneUserTitle =
        "One user for all clients, which contend for one month row (DynamoDB Local queues conflicting writes; DynamoDB rejects one, which is retried)";

    public static IReadOnlyList<ResultTable> Of(IReadOnlyList<WriteLevel> levels) =>
    [
        Table("One user per client", levels.Where(level => !level.OneUser)),
        Table(OneUserTitle, levels.Where(level => level.OneUser)),
    ];

    private static ResultTable Table(string title, IEnumerable<WriteLevel> levels)
    {
        var table = new ResultTable(title, "concurrent clients", "creates/s", "median / p99 in ms", "answers by status");
        foreach (WriteLevel level in levels)
        {
            table.Add(
                Figures.Of(level.Concurrency),
                Figures.Of(level.CreatesPerSecond),
                Figures.Of(level.Created),
                string.Join(", ", level.Answers.Select(answer => $"{answer.Key}: {Figures.Of(answer.Value)}")));
        }

        return table;
    }
}
