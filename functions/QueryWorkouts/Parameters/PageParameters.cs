using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>Page of a list or an export: how many workouts, and after which one.</summary>
internal static class PageParameters
{
    private const string CursorRule = "the nextCursor of a page of the same query, or omitted for the first page";

    /// <returns>From 1 to the maximum; the default if the parameter is absent or refused.</returns>
    public static int ReadLimit(ParameterReader parameters, int byDefault, int maximum)
    {
        if (parameters.Find(QueryParameters.Limit) is not { } text)
        {
            return byDefault;
        }

        // int.TryParse accepts trailing NUL characters.
        var isNumber = text.All(char.IsAsciiDigit);
        if (isNumber && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= maximum)
        {
            return limit;
        }

        var code = isNumber ? ErrorCodes.OutOfRange : ErrorCodes.Malformed;
        parameters.Refuse(QueryParameters.Limit, code, $"a whole number from 1 to {maximum}", text);
        return byDefault;
    }

    /// <param name="query">The requested query; the cursor must belong to it.</param>
    /// <param name="range">Where a page of the query can end; storage can't continue from elsewhere.</param>
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
