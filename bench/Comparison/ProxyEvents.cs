using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Bench.Comparison;

/// <summary>The events that API Gateway creates for requests by a service in the account.</summary>
internal sealed class ProxyEvents(StackDescription stack, TimeProvider time)
{
    private readonly RouteTable _routes = new(stack.Routes);
    private readonly LocalIdentity _caller = LocalIdentity.Service(stack.Api.Account);
    private int _count;

    /// <summary>Each event has a new workout.</summary>
    public byte[] LogWorkout(string userId)
    {
        DateTimeOffset at = time.GetUtcNow().AddSeconds(-Interlocked.Increment(ref _count));
        return Create("POST", "/workouts", string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"userId":"{{userId}}","workoutType":"RUN","durationMinutes":42.5,"caloriesBurned":480,"distanceKm":8.4,"workoutTimestamp":"{{at:yyyy-MM-ddTHH:mm:sszzz}}"}"""));
    }

    public byte[] GetStats(string userId) => Create("GET", $"/stats/{userId}", "");

    private byte[] Create(string method, string path, string body)
    {
        var headers = new Dictionary<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = [$"{stack.Api.Id}.execute-api.{stack.Region}.amazonaws.com"],
            ["User-Agent"] = ["workout-app/1.0"],
            ["Accept"] = ["application/json"],
            ["X-Amz-Date"] = [time.GetUtcNow().ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture)],
        };
        if (body.Length > 0)
        {
            headers["Content-Type"] = ["application/json"];
        }

        var http = new SignedRequest(method, path, "", headers.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase), Encoding.UTF8.GetBytes(body));
        var call = new ApiCall(stack.Api, http, Guid.NewGuid().ToString(), "Root=1-5759e988-bd862e3fe1be46a994272793", IPAddress.Parse("203.0.113.9"), time.GetUtcNow());
        return new ProxyRequest(call, _routes.Find(method, path)!, _caller).ToUtf8Json();
    }
}
