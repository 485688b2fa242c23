using System.Net;
using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Events of the reading routes as API Gateway sends them. User ids and queries are given as they stand in the URL.</summary>
internal static class QueryEvents
{
    public static APIGatewayProxyRequest List(string userId, string query = "", string? cognitoIdentityId = null) =>
        Get("/workouts/{userId}", $"/workouts/{userId}", new() { ["userId"] = userId }, query, cognitoIdentityId);

    public static APIGatewayProxyRequest Workout(string userId, string workoutId, string query = "", string? cognitoIdentityId = null) => Get(
        "/workouts/{userId}/{workoutId}",
        $"/workouts/{userId}/{workoutId}",
        new() { ["userId"] = userId, ["workoutId"] = workoutId },
        query,
        cognitoIdentityId);

    /// <param name="accept">Null for a request without the header.</param>
    public static APIGatewayProxyRequest Export(string userId, string query = "", string? accept = null, string? cognitoIdentityId = null)
    {
        var export = Get("/workouts/{userId}/export", $"/workouts/{userId}/export", new() { ["userId"] = userId }, query, cognitoIdentityId);
        export.Headers = accept is null ? null : new Dictionary<string, string> { ["accept"] = accept };
        return export;
    }

    public static APIGatewayProxyRequest Stats(string userId, string query = "", string? cognitoIdentityId = null) =>
        Get("/stats/{userId}", $"/stats/{userId}", new() { ["userId"] = userId }, query, cognitoIdentityId);

    private static APIGatewayProxyRequest Get(
        string resource, string path, Dictionary<string, string> pathParameters, string query, string? cognitoIdentityId) => new()
        {
            HttpMethod = "GET",
            Resource = resource,
            Path = path,
            PathParameters = pathParameters,
            MultiValueQueryStringParameters = query.Length == 0 ? null : Parse(query),
            RequestContext = new APIGatewayProxyRequest.ProxyRequestContext
            {
                RequestId = "request-1",
                Path = $"/dev{path}",
                Identity = new APIGatewayProxyRequest.RequestIdentity { CognitoIdentityId = cognitoIdentityId },
            },
        };

    private static Dictionary<string, IList<string>> Parse(string query) => query.Split('&')
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? ""))
        .ToDictionary(parameter => parameter.Key, IList<string> (parameter) => [.. parameter]);
}
