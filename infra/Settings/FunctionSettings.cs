namespace WorkoutLog.Infra.Settings;

/// <summary>What may differ between the functions.</summary>
public sealed record FunctionSettings
{
    /// <summary>128 to 10,240; Lambda gives CPU in proportion.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Below API Gateway's integration limit of 29 seconds, so that the function answers before its caller gives up.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How many requests the function serves at once, taken out of the account's limit; null leaves it to the account.</summary>
    public required int? ReservedConcurrency { get; init; }

    public required FunctionRelease Release { get; init; }
}

/// <summary>Which published version callers reach. Closed: one of the nested types.</summary>
public abstract record FunctionRelease
{
    private FunctionRelease()
    {
    }

    /// <summary>The version that this deployment publishes.</summary>
    public sealed record Latest : FunctionRelease;

    /// <summary>An older version: a roll-back.</summary>
    /// <param name="Version">Number of a published version, such as <c>7</c>.</param>
    public sealed record Pinned(string Version) : FunctionRelease;

    /// <summary>An older version, with a share of the requests for the version that this deployment publishes.</summary>
    /// <param name="StableVersion">Number of a published version.</param>
    /// <param name="Percent">Share of the new version: 1 to 99.</param>
    public sealed record Canary(string StableVersion, int Percent) : FunctionRelease;
}
