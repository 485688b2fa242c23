namespace WorkoutLog.Contracts;

/// <summary>Limits of the API that are the same in every stack.</summary>
public static class ApiLimits
{
    /// <summary>Workouts in one batch.</summary>
    public const int MaxBatchSize = 25;

    /// <summary>Workouts on a page of a list when the client does not say.</summary>
    public const int DefaultPageSize = 20;

    public const int MaxPageSize = 100;

    /// <summary>Workouts on a page of an export: with the longest notes it stays well below the 6 MB that a function may answer.</summary>
    public const int MaxExportPageSize = 500;

    /// <summary>Characters of an idempotency key.</summary>
    public const int MaxIdempotencyKeyLength = 255;

    /// <summary>How long an idempotency key is remembered.</summary>
    public static readonly TimeSpan IdempotencyPeriod = TimeSpan.FromHours(24);
}
