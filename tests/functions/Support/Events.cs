using System.Net;
using System.Text;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Events as API Gateway sends them. User ids, workout ids and queries are given in URL encoding.</summary>
internal static class Events
{
    public static IReadOnlyList<string> ServiceRoles { get; } = [Contracts.ServiceRoles.SessionsOf("123456789012", "importer")];

    public static APIGatewayProxyRequest PostWorkout(string? body, string? athlete = null) => Event("POST", "/workouts", body: body, athlete: athlete);

    public static APIGatewayProxyRequest PostBatch(string? body, string? athlete = null) => Event("POST", "/workouts/batch", body: body, athlete: athlete);

    public static APIGatewayProxyRequest PutWorkout(string userId, string workoutId, string? body, string? athlete = null) =>
        Event("PUT", "/workouts/{userId}/{workoutId}", userId, workoutId, body: body, athlete: athlete);

    public static APIGatewayProxyRequest DeleteWorkout(string userId, string workoutId, string? athlete = null) =>
        Event("DELETE", "/workouts/{userId}/{workoutId}", userId, workoutId, athlete: athlete);

    public static APIGatewayProxyRequest List(string userId, string query = "", string? athlete = null) =>
        Event("GET", "/workouts/{userId}", userId, query: query, athlete: athlete);

    public static APIGatewayProxyRequest GetWorkout(string userId, string workoutId, string query = "", string? athlete = null) =>
        Event("GET", "/workouts/{userId}/{workoutId}", userId, workoutId, query, athlete: athlete);

    public static APIGatewayProxyRequest Export(string userId, string query = "", string? athlete = null) =>
        Event("GET", "/workouts/{userId}/export", userId, query: query, athlete: athlete);

    public static APIGatewayProxyRequest Stats(string userId, string query = "", string? athlete = null) =>
        Event("GET", "/stats/{userId}", userId, query: query, athlete: athlete);

    public static APIGatewayProxyRequest With(this APIGatewayProxyRequest proxyEvent, string header, string value)
    {
        proxyEvent.Headers ??= new Dictionary<string, string>();
        proxyEvent.Headers[header] = value;
        return proxyEvent;
    }

    public static APIGatewayProxyRequest InBase64(this APIGatewayProxyRequest proxyEvent)
    {
        proxyEvent.Body = Convert.ToBase64String(Encoding.UTF8.GetBytes(proxyEvent.Body));
        proxyEvent.IsBase64Encoded = true;
        return proxyEvent;
    }

    /// <param name="athlete">Its Cognito identity; null for a service.</param>
    public static APIGatewayProxyRequest Event(
        string method, string resource, string? userId = null, string? workoutId = null, string query = "", string? body = null, string? athlete = null)
    {
        string path = resource.Replace("{userId}", userId, StringComparison.Ordinal).Replace("{workoutId}", workoutId, StringComparison.Ordinal);
        return new()
        {
            HttpMethod = method,
            Resource = resource,
            Path = path,
            PathParameters = new[] { ("userId", userId), ("workoutId", workoutId) }.Where(part => part.Item2 is not null).ToDictionary(part => part.Item1, part => part.Item2),
            MultiValueQueryStringParameters = query.Length == 0 ? null : Parse(query),
            Body = body,
            RequestContext = new()
            {
                RequestId = "request-1",
                Path = $"/dev{path}",
                Identity = Identity(athlete),
            },
        };
    }

    /// <param name="athlete">Its Cognito identity; null for a service.</param>
    public static APIGatewayProxyRequest.RequestIdentity Identity(string? athlete) => new()
    {
        CognitoIdentityId = athlete,
        CognitoAuthenticationType = athlete is null ? null : "authenticated",
        UserArn = $"arn:aws:sts::123456789012:assumed-role/{(athlete is null ? "importer" : "athletes")}/session",
    };

    /// <summary>By a caller of another kind.</summary>
    public static APIGatewayProxyRequest By(this APIGatewayProxyRequest proxyEvent, APIGatewayProxyRequest.RequestIdentity caller)
    {
        proxyEvent.RequestContext.Identity = caller;
        return proxyEvent;
    }

    public static Dictionary<string, IList<string>> Parse(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? ""))
        .ToDictionary(parameter => parameter.Key, IList<string> (parameter) => [.. parameter]);
}
