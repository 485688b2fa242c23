using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.QueryWorkouts.Paging;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Parameters;

/// <summary>The query of a list.</summary>
internal static class ListParameters
{
    public static string[] Names { get; } =
        [QueryParameters.Type, QueryParameters.From, QueryParameters.To, QueryParameters.Limit, QueryParameters.Cursor, QueryParameters.ExternalId];

    public static WorkoutQuery Read(ParameterReader parameters, string userId)
    {
        var type = ReadType(parameters);
        TimeRange range = ReadRange(parameters);
        var limit = PageParameters.ReadLimit(parameters, ApiLimits.DefaultPageSize, ApiLimits.MaxPageSize);
        var after = PageParameters.ReadCursor(parameters, QueryOf(parameters, userId), range);
        return new WorkoutQuery(userId, type, range, limit, after);
    }

    /// <returns>The client's own id of the one requested workout; null if the request is for a list.</returns>
    public static string? ReadExternalId(ParameterReader parameters)
    {
        var externalId = parameters.Find(QueryParameters.ExternalId);
        string[] others = [.. Names.Where(name => name != QueryParameters.ExternalId && parameters.Find(name) is not null)];
        if (externalId is not null && others.Length > 0)
        {
            parameters.Report(
                QueryParameters.ExternalId, ErrorCodes.Unsupported, $"must be sent alone; also got {string.Join(", ", others)}.");
        }

        if (ClientNameRule.Check(QueryParameters.ExternalId, externalId, ApiLimits.MaxExternalIdLength) is { } error)
        {
            parameters.Report(error);
        }

        return externalId;
    }

    /// <summary>The parameters as sent, except those that may change from page to page.</summary>
    public static PagedQuery QueryOf(ParameterReader parameters, string userId) => new(
        "list",
        userId,
        parameters.Find(QueryParameters.Type),
        parameters.Find(QueryParameters.From),
        parameters.Find(QueryParameters.To));

    // Not only the configured types: workouts of a retired type stay readable.
    private static string? ReadType(ParameterReader parameters)
    {
        var text = parameters.Find(QueryParameters.Type);
        if (text is null || WorkoutRules.IsType(text))
        {
            return text;
        }

        parameters.Refuse(
            QueryParameters.Type,
            ErrorCodes.Malformed,
            $"a workout type, 1–{ApiLimits.MaxWorkoutTypeLength} characters of A-Z, 0-9 and _ with a letter first, such as RUN",
            text);
        return null;
    }

    /// <summary>The time range: timestamps or the user's local days, inclusive.</summary>
    private static TimeRange ReadRange(ParameterReader parameters)
    {
        var range = new TimeRange(ReadBound(parameters, QueryParameters.From), ReadBound(parameters, QueryParameters.To));
        if (range.IsReversed)
        {
            parameters.ReportReversedBounds();
        }

        return range;
    }

    private static TimeBound? ReadBound(ParameterReader parameters, string name)
    {
        if (parameters.Find(name) is not { } text)
        {
            return null;
        }

        if (TimeBound.Read(text, out TimeBound? bound) is { } rule)
        {
            parameters.Report(
                name,
                ErrorCodes.Malformed,
                $"must {rule}{(HasUnescapedPlus(text) ? "; write the + of an offset as %2B in a URL" : "")}; got {Received.Quote(text)}.");
        }

        return bound;
    }

    // A plus sign in a query string is a space.
    private static bool HasUnescapedPlus(string text) => text.Contains(' ') && TimeBound.Read(text.Replace(' ', '+'), out _) is null;
}
