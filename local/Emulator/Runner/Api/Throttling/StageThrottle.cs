namespace WorkoutLog.Local.Runner.Api.Throttling;

/// <summary>The rate and burst limit of a stage, as <c>aws:apigateway/methodSettings:MethodSettings</c> declares them for all methods.</summary>
public sealed record StageThrottle(decimal RatePerSecond, int Burst)
{
    private const string AllMethods = "*/*";

    // The account limits, which apply if the stage sets none.
    private const decimal DefaultRatePerSecond = 10_000;
    private const int DefaultBurst = 5_000;

    // Large enough that the replenishment period expresses the rate exactly.
    private const int TokensPerPeriod = 1_000;

    /// <exception cref="UserErrorException">There are settings for a single method, or several settings for all methods.</exception>
    public static StageThrottle From(ImmutableArray<GraphResource> methodSettings)
    {
        if (methodSettings.FirstOrDefault(resource => resource.Inputs.Text("methodPath") != AllMethods) is { } single)
        {
            throw new UserErrorException(
                $"The method settings '{single.Name}' are for '{single.Inputs.Text("methodPath")}'; a local run supports only settings for all methods ('{AllMethods}').");
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

    /// <summary>
    /// Each request replenishes the bucket for the time since the previous one; a timer would do it in steps. After a pause, one
    /// request more than the burst gets through; API Gateway also treats its limits as targets. A limiter needs at least one token.
    /// </summary>
    internal TokenBucketRateLimiterOptions BucketOptions => new()
    {
        AutoReplenishment = false,
        TokenLimit = Math.Max(Burst, 1),
        TokensPerPeriod = TokensPerPeriod,
        ReplenishmentPeriod = Burst == 0 || RatePerSecond == 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds((double)(TokensPerPeriod / RatePerSecond)),
    };

    internal TokenBucketRateLimiter CreateBucket()
    {
        var bucket = new TokenBucketRateLimiter(BucketOptions);
        if (Burst == 0)
        {
            bucket.TryTake();
        }

        return bucket;
    }

    // The provider uses a negative limit for none.
    private static decimal? Number(JsonObject settings, string name) =>
        settings[name] is { } number && decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) is >= 0 and var limit
            ? limit
            : null;
}

internal static class TokenBucket
{
    public static bool TryTake(this TokenBucketRateLimiter bucket)
    {
        bucket.TryReplenish();
        using var lease = bucket.AttemptAcquire();
        return lease.IsAcquired;
    }
}
