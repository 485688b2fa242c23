using WorkoutLog.Bench.Growth.Writes;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Growth.Report;

/// <summary>How many creates a second come of how many clients.</summary>
internal static class WriteTables
{
    private const string OneUserTitle =
        "One user for all clients, whose writes meet on one month row (DynamoDB Local lets them wait; DynamoDB refuses one of them, which is then tried again)";

    public static IReadOnlyList<ResultTable> Of(IReadOnlyList<WriteLevel> levels) =>
    [
        Table("A user for each client", levels.Where(level => !level.OneUser)),
        Table(OneUserTitle, levels.Where(level => level.OneUser)),
    ];

    private static ResultTable Table(string title, IEnumerable<WriteLevel> levels)
    {
        var table = new ResultTable(title, "clients at once", "creates/s", "median / p99 in ms", "answers by status");
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
