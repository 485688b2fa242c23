using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>From and to which month, both in.</summary>
internal static class MonthRangeParameters
{
    public static MonthRange Read(ParameterReader parameters)
    {
        var range = new MonthRange(ReadMonth(parameters, QueryParameters.From), ReadMonth(parameters, QueryParameters.To));
        if (range is { From: { } from, To: { } to } && string.CompareOrdinal(from, to) > 0)
        {
            ReversedBounds.Report(parameters);
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

        parameters.Refuse(name, ErrorCodes.Malformed, "a month, such as 2026-05", text);
        return null;
    }
}
