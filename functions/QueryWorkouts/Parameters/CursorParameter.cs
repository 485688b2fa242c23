using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>Where the page before ended.</summary>
internal static class CursorParameter
{
    private const string Rule = "the one that came with a page of this same query, or left out for the first page";

    /// <param name="query">What the request asks for; the cursor must be of the same.</param>
    /// <param name="range">Where a page of the query can end; storage knows no other place to go on from.</param>
    public static WorkoutId? Read(ParameterReader parameters, PagedQuery query, TimeRange range)
    {
        if (parameters.Find(QueryParameters.Cursor) is not { } text)
        {
            return null;
        }

        if (Cursor.TryRead(text, query, out WorkoutId last) && range.MayContain(last.Timestamp))
        {
            return last;
        }

        parameters.Refuse(QueryParameters.Cursor, ErrorCodes.Malformed, Rule, text);
        return null;
    }
}
