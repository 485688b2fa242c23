using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Events as API Gateway sends them.</summary>
internal static class Events
{
    public static APIGatewayProxyRequest PostWorkout(string? body, string? cognitoIdentityId = null) =>
        Event("POST", "/workouts", "/workouts", body, cognitoIdentityId);

    public static APIGatewayProxyRequest PostBatch(string? body, string? cognitoIdentityId = null) =>
        Event("POST", "/workouts/batch", "/workouts/batch", body, cognitoIdentityId);

    /// <param name="userId">As it stands in the URL.</param>
    /// <param name="workoutId">As it stands in the URL.</param>
    public static APIGatewayProxyRequest PutWorkout(string userId, string workoutId, string? body, string? cognitoIdentityId = null) =>
        OfWorkout("PUT", userId, workoutId, body, cognitoIdentityId);

    /// <param name="userId">As it stands in the URL.</param>
    /// <param name="workoutId">As it stands in the URL.</param>
    public static APIGatewayProxyRequest DeleteWorkout(string userId, string workoutId, string? cognitoIdentityId = null) =>
        OfWorkout("DELETE", userId, workoutId, null, cognitoIdentityId);

    public static APIGatewayProxyRequest With(this APIGatewayProxyRequest proxyEvent, string header, string value)
    {
        proxyEvent.Headers ??= new Dictionary<string, string>();
        proxyEvent.Headers[header] = value;
        return proxyEvent;
    }

    private static APIGatewayProxyRequest OfWorkout(string method, string userId, string workoutId, string? body, string? cognitoIdentityId)
    {
        var proxyEvent = Event(method, "/workouts/{userId}/{workoutId}", $"/workouts/{userId}/{workoutId}", body, cognitoIdentityId);
        proxyEvent.PathParameters = new Dictionary<string, string> { ["userId"] = userId, ["workoutId"] = workoutId };
        return proxyEvent;
    }

    private static APIGatewayProxyRequest Event(string method, string resource, string path, string? body, string? cognitoIdentityId) => new()
    {
        HttpMethod = method,
        Resource = resource,
        Path = path,
        Body = body,
        RequestContext = new APIGatewayProxyRequest.ProxyRequestContext
        {
            RequestId = "request-1",
            Path = $"/dev{path}",
            Identity = new APIGatewayProxyRequest.RequestIdentity { CognitoIdentityId = cognitoIdentityId, Caller = "AROAEXAMPLE:session" },
        },
    };
}
