namespace WorkoutLog.Local.Runner.Api.Throttling;

/// <summary>How many requests a stage takes, as <c>aws:apigateway/methodSettings:MethodSettings</c> declares it for all of its methods.</summary>
public sealed record StageThrottle(decimal RatePerSecond, int Burst)
{
    private const string AllMethods = "*/*";

    // What an account has where the stage says nothing.
    private const decimal DefaultRatePerSecond = 10_000;
    private const int DefaultBurst = 5_000;

    // So many that the length of their period says a rate exactly.
    private const int TokensPerPeriod = 1_000;

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

    /// <summary>
    /// Replenished by each request, for the time since the one before; a timer would do it in steps. After a pause one request more
    /// than the burst gets through: API Gateway calls its limits targets, too. A limiter holds a token at least.
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

    // A negative limit is the provider's word for none.
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
