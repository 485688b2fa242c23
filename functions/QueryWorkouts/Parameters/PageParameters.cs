using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>Which page of a list or an export: how many workouts, and behind which one.</summary>
internal static class PageParameters
{
    private const string CursorRule = "the one that came with a page of this same query, or left out for the first page";

    /// <returns>From 1 to the maximum; the default when nothing was sent or what was sent is refused.</returns>
    public static int ReadLimit(ParameterReader parameters, int byDefault, int maximum)
    {
        if (parameters.Find(QueryParameters.Limit) is not { } text)
        {
            return byDefault;
        }

        // Parsing alone would take digits with NUL characters after them.
        var isNumber = text.All(char.IsAsciiDigit);
        if (isNumber && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= maximum)
        {
            return limit;
        }

        var code = isNumber ? ErrorCodes.OutOfRange : ErrorCodes.Malformed;
        parameters.Refuse(QueryParameters.Limit, code, $"a whole number from 1 to {maximum}", text);
        return byDefault;
    }

    /// <param name="query">What the request asks for; the cursor must be of the same.</param>
    /// <param name="range">Where a page of the query can end; storage knows no other place to go on from.</param>
    public static WorkoutId? ReadCursor(ParameterReader parameters, PagedQuery query, TimeRange range)
    {
        if (parameters.Find(QueryParameters.Cursor) is not { } text)
        {
            return null;
        }

        if (Cursor.TryRead(text, query, out WorkoutId last) && range.MayContain(last.Timestamp))
        {
            return last;
        }

        parameters.Refuse(QueryParameters.Cursor, ErrorCodes.Malformed, CursorRule, text);
        return null;
    }
}
