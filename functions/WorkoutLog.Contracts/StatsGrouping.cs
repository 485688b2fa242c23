namespace WorkoutLog.Contracts;

/// <summary>Values of <see cref="QueryParameters.GroupBy"/>.</summary>
public static class StatsGrouping
{
    public const string Type = "type";

    public const string Month = "month";

    public const string Week = "week";

    public const string Day = "day";

    public static readonly IReadOnlyList<string> All = [Type, Month, Week, Day];
}
