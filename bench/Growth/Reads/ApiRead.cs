using WorkoutLog.Contracts;

namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>A measured read of the API.</summary>
internal sealed record ApiRead(string Name, Func<History, string> PathOf)
{
    public const string AllTime = "stats";

    /// <summary>In the order of the table.</summary>
    /// <param name="type">Type of every second workout.</param>
    public static IReadOnlyList<ApiRead> All(string type) =>
    [
        new(AllTime, history => Stats(history)),
        new("stats by month", history => Stats(history, StatsGrouping.Month)),
        new("stats by week", history => Stats(history, StatsGrouping.Week)),
        new("stats by day", history => Stats(history, StatsGrouping.Day)),
        new(StoreReads.FirstPage, history => List(history)),
        new(StoreReads.MiddlePage, history => List(history, (QueryParameters.Cursor, history.Middle.Cursor))),
        new(StoreReads.FirstPageOfType, history => List(history, (QueryParameters.Type, type))),
        new(StoreReads.MiddlePageOfType, history => List(history, (QueryParameters.Type, type), (QueryParameters.Cursor, history.MiddleOfType.Cursor))),
    ];

    private static string Stats(History history, string? groupBy = null) =>
        $"/stats/{history.UserId}{(groupBy is null ? "" : $"?{QueryParameters.GroupBy}={groupBy}")}";

    private static string List(History history, params (string Name, string Value)[] parameters) =>
        $"/workouts/{history.UserId}?{string.Join('&', parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"))}".TrimEnd('?');
}
