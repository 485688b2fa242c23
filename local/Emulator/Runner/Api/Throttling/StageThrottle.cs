using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Api.Throttling;

/// <summary>How many requests a stage takes, as <c>aws:apigateway/methodSettings:MethodSettings</c> declares it for all of its methods.</summary>
/// <param name="RatePerSecond">Requests a second for long.</param>
/// <param name="Burst">Requests at once.</param>
public sealed record StageThrottle(decimal RatePerSecond, int Burst)
{
    private const string AllMethods = "*/*";

    // What an account has where the stage says nothing.
    private const decimal DefaultRatePerSecond = 10_000;
    private const int DefaultBurst = 5_000;

    /// <exception cref="UserErrorException">There are settings for single methods, or several for all of them.</exception>
    public static StageThrottle From(ImmutableArray<GraphResource> methodSettings)
    {
        if (methodSettings.FirstOrDefault(resource => resource.Inputs.Text("methodPath") != AllMethods) is { } single)
        {
            throw new UserErrorException(
                $"The method settings '{single.Name}' are for '{single.Inputs.Text("methodPath")}'; a local run knows those of all methods ('{AllMethods}') only.");
        }

        if (methodSettings.Length > 1)
        {
            throw new UserErrorException($"The stack has {methodSettings.Length} method settings for all methods; a local run serves one stage.");
        }

        var settings = methodSettings.FirstOrDefault()?.Inputs["settings"] as JsonObject ?? [];
        return new StageThrottle(
            Number(settings, "throttlingRateLimit") ?? DefaultRatePerSecond,
            (int)(Number(settings, "throttlingBurstLimit") ?? DefaultBurst));
    }

    internal TokenBucket CreateBucket(TimeProvider clock) => new(RatePerSecond, Burst, clock);

    // A negative limit is the provider's word for none.
    private static decimal? Number(JsonObject settings, string name) =>
        settings[name] is { } number && decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) is >= 0 and var limit
            ? limit
            : null;
}
