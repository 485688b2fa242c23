namespace WorkoutLog.Infra.Settings;

/// <summary>Settings of one function.</summary>
public sealed record FunctionSettings
{
    /// <summary>128 to 10,240; Lambda allocates CPU in proportion.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Below API Gateway's integration limit of 29 seconds, so that the function answers before its caller gives up.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Concurrent executions, reserved from the account's limit; null for no reservation.</summary>
    public required int? ReservedConcurrency { get; init; }

    public required FunctionRelease Release { get; init; }
}

/// <summary>The published version that serves requests. Closed: one of the nested types.</summary>
public abstract record FunctionRelease
{
    private FunctionRelease()
    {
    }

    /// <summary>The version that this deployment publishes.</summary>
    public sealed record Latest : FunctionRelease;

    /// <summary>An older version, after a rollback.</summary>
    /// <param name="Version">Number of a published version, such as <c>7</c>.</param>
    public sealed record Pinned(string Version) : FunctionRelease;

    /// <summary>An older version; the version that this deployment publishes gets a share of the requests.</summary>
    /// <param name="StableVersion">Number of a published version.</param>
    /// <param name="Percent">Share of the new version, 1 to 99.</param>
    public sealed record Canary(string StableVersion, int Percent) : FunctionRelease;
}
