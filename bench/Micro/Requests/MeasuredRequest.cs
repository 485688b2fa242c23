using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Bench.Micro.Requests;

/// <summary>Parts shared by all measured requests.</summary>
internal static class MeasuredRequest
{
    public const string UserId = "athlete-1";

    /// <summary>Body of <c>POST /workouts</c>.</summary>
    public const string Body = """
        {
          "userId": "athlete-1",
          "workoutType": "RUN",
          "durationMinutes": 42.5,
          "caloriesBurned": 480,
          "distanceKm": 8.4,
          "notes": "Felt good, a bit windy on the way back home.",
          "workoutTimestamp": "2026-05-09T07:30:00+02:00"
        }
        """;

    private static readonly TimeSpan _plenty = TimeSpan.FromSeconds(20);

    public static RulesSnapshot Rules { get; } =
        new(new WorkoutRules([.. WorkoutLimit.All.Select(limit => limit.Default)], ["RUN", "CYCLING", "SWIMMING", "WALKING", "HIKING", "STRENGTH", "YOGA", "ROWING"]), "deployed");

    /// <summary>A fixed clock, so that all log lines have the same length.</summary>
    public static TimeProvider Time { get; } = new StoppedTime();

    public static Log Log { get; } = new(Stream.Null, Time);

    public static APIGatewayProxyRequest.ProxyRequestContext Context =>
        new() { RequestId = "measured", Identity = new() { CognitoIdentityId = UserId, CognitoAuthenticationType = "authenticated" } };

    public static UnattendedInvocation Invocation => new("measured", _plenty);

    /// <summary>As a handler receives it.</summary>
    public static ApiRequest Of(APIGatewayProxyRequest proxyEvent)
    {
        proxyEvent.RequestContext = Context;
        return new(proxyEvent, Invocation, Time, [], Rules);
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 9, 6, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }
}
