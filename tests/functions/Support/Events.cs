using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Events as API Gateway sends them.</summary>
internal static class Events
{
    public static APIGatewayProxyRequest PostWorkout(string? body, string? cognitoIdentityId = null) => new()
    {
        HttpMethod = "POST",
        Resource = "/workouts",
        Path = "/workouts",
        Body = body,
        RequestContext = Context("/dev/workouts", cognitoIdentityId),
    };

    /// <param name="userId">As it stands in the URL.</param>
    public static APIGatewayProxyRequest GetStats(string userId, string? cognitoIdentityId = null) => new()
    {
        HttpMethod = "GET",
        Resource = "/stats/{userId}",
        Path = $"/stats/{userId}",
        PathParameters = new Dictionary<string, string> { ["userId"] = userId },
        RequestContext = Context($"/dev/stats/{userId}", cognitoIdentityId),
    };

    private static APIGatewayProxyRequest.ProxyRequestContext Context(string path, string? cognitoIdentityId) => new()
    {
        RequestId = "request-1",
        Path = path,
        Identity = new APIGatewayProxyRequest.RequestIdentity { CognitoIdentityId = cognitoIdentityId },
    };
}
