using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>Which statistics to show.</summary>
/// <param name="GroupBy">One of <see cref="StatsGrouping.All"/>; null if not sent.</param>
/// <param name="AsOf">The client's local date; null if not sent.</param>
internal sealed record StatsParameters(MonthRange Months, string? GroupBy, DateOnly? AsOf)
{
    public static string[] Names { get; } = [QueryParameters.From, QueryParameters.To, QueryParameters.GroupBy, QueryParameters.AsOf];

    public static StatsParameters Read(ParameterReader parameters) =>
        new(ReadMonths(parameters), ReadGroupBy(parameters), ReadAsOf(parameters));

    private static DateOnly? ReadAsOf(ParameterReader parameters)
    {
        if (parameters.Find(QueryParameters.AsOf) is not { } text)
        {
            return null;
        }

        if (Rfc3339.ReadDate(text, "be a day, such as 2026-05-09", out DateOnly day) is not { } rule)
        {
            return day;
        }

        parameters.Report(QueryParameters.AsOf, ErrorCodes.Malformed, $"must {rule}; got {Received.Quote(text)}.");
        return null;
    }

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

    /// <summary>The range of months, inclusive.</summary>
    private static MonthRange ReadMonths(ParameterReader parameters)
    {
        var range = new MonthRange(ReadMonth(parameters, QueryParameters.From), ReadMonth(parameters, QueryParameters.To));
        if (range is { From: { } from, To: { } to } && string.CompareOrdinal(from, to) > 0)
        {
            parameters.ReportReversedBounds();
        }

        return range;
    }

    private static string? ReadMonth(ParameterReader parameters, string name)
    {
        var text = parameters.Find(name);
        if (text is null || LocalCalendar.IsMonth(text))
        {
            return text;
        }

        parameters.Refuse(name, ErrorCodes.Malformed, "a month from 01 to 12 of a year, such as 2026-05", text);
        return null;
    }
}
