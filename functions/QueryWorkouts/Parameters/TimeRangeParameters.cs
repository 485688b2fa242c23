using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>From and to when: moments or the user's own days, both in.</summary>
internal static class TimeRangeParameters
{
    private const string Rule = "an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00Z, or a day, such as 2026-05-09";

    public static TimeRange Read(ParameterReader parameters)
    {
        var range = new TimeRange(ReadBound(parameters, QueryParameters.From), ReadBound(parameters, QueryParameters.To));
        if (range.IsReversed)
        {
            ReversedBounds.Report(parameters);
        }

        return range;
    }

    private static TimeBound? ReadBound(ParameterReader parameters, string name)
    {
        if (parameters.Find(name) is not { } text)
        {
            return null;
        }

        if (TimeBound.TryParse(text, out TimeBound? bound))
        {
            return bound;
        }

        parameters.Refuse(name, ErrorCodes.Malformed, HasLostItsPlus(text) ? $"{Rule}; a + stands as %2B in a URL" : Rule, text);
        return null;
    }

    // A plus sign in a query string is a blank.
    private static bool HasLostItsPlus(string text) => text.Contains(' ') && TimeBound.TryParse(text.Replace(' ', '+'), out _);
}
