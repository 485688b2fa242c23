using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Bench.Micro;

/// <summary>Requests as a function's boundary hands them to a handler.</summary>
internal static class MeasuredRequest
{
    public const string UserId = "athlete-1";

    private static readonly TimeSpan _plenty = TimeSpan.FromSeconds(20);

    public static RulesSnapshot Rules { get; } =
        new(new WorkoutRules([.. WorkoutLimit.All.Select(limit => limit.Default)], ["RUN", "CYCLING", "SWIMMING", "WALKING", "HIKING", "STRENGTH", "YOGA", "ROWING"]), "deployed");

    public static ApiRequest Of(APIGatewayProxyRequest proxyEvent)
    {
        proxyEvent.RequestContext = new() { Identity = new() { CognitoIdentityId = UserId, CognitoAuthenticationType = "authenticated" } };
        return new(proxyEvent, new UnattendedInvocation("measured", _plenty), TimeProvider.System, [], Rules);
    }
}
