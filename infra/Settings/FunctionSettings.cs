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
