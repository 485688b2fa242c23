using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>Which statistics to show.</summary>
/// <param name="GroupBy">One of <see cref="StatsGrouping.All"/>; null when the client does not say.</param>
internal sealed record StatsParameters(MonthRange Months, string? GroupBy)
{
    public static string[] Names { get; } = [QueryParameters.From, QueryParameters.To, QueryParameters.GroupBy];

    public static StatsParameters Read(ParameterReader parameters) =>
        new(MonthRangeParameters.Read(parameters), ReadGroupBy(parameters));

    private static string? ReadGroupBy(ParameterReader parameters)
    {
        var text = parameters.Find(QueryParameters.GroupBy);
        if (text is null || StatsGrouping.All.Contains(text))
        {
            return text;
        }

        parameters.Refuse(QueryParameters.GroupBy, ErrorCodes.Unsupported, $"one of {string.Join(", ", StatsGrouping.All)}", text);
        return null;
    }
}
