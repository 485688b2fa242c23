using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Paging;

/// <summary>Links to the next page.</summary>
internal static class NextPage
{
    /// <returns>Null on the last page.</returns>
    public static string? CursorOf(StoredPage page, PagedQuery query) =>
        page.Next is { } last ? Cursor.After(last, query) : null;

    /// <summary>Adds the header <c>Link</c>: the requested path and query with a new cursor.</summary>
    /// <param name="cursor">Null on the last page, which has no such header.</param>
    public static void Link(APIGatewayProxyResponse answer, ApiRequest request, string? cursor)
    {
        if (cursor is null)
        {
            return;
        }

        var parameters = request.Query
            .Where(parameter => parameter.Key != QueryParameters.Cursor)
            .Select(parameter => (Name: parameter.Key, Value: parameter.Value[0]))
            .Append((Name: QueryParameters.Cursor, Value: cursor))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}");
        answer.Headers[HeaderNames.Link] = $"<{request.Path}?{string.Join('&', parameters)}>; rel=\"next\"";
    }

    /// <summary>A page as the API returns it.</summary>
    public static WorkoutPage Show(StoredPage page, string? nextCursor) => new()
    {
        Items = [.. page.Workouts.Select(Responses.Show)],
        HasMore = nextCursor is not null,
        NextCursor = nextCursor,
    };
}
