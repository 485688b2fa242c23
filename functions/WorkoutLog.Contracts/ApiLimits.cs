namespace WorkoutLog.Contracts;

/// <summary>Limits of the API that are the same in every stack.</summary>
public static class ApiLimits
{
    /// <summary>A week, in minutes. Operators set the longest workout up to this.</summary>
    public const int LongestDurationMinutes = 10_080;

    public const int MaxUserIdLength = 128;

    /// <summary>The characters of a user id, in words. <c>#</c> separates the parts of table keys.</summary>
    public const string UserIdCharacters = "A-Z a-z 0-9 . _ : @ -";

    public const int MaxWorkoutTypeLength = 32;

    /// <summary>The form of a workout type as a regular expression without anchors.</summary>
    /// <remarks>An upper-case first letter keeps the roll-up attributes of a type apart from those of days and keys.</remarks>
    public const string WorkoutTypePattern = "[A-Z][A-Z0-9_]{0,31}";

    /// <summary>No workout's item is larger: the longest id, type and notes stay below.</summary>
    public const int MaxWorkoutBytes = 4_096;

    /// <summary>Workouts in one batch.</summary>
    public const int MaxBatchSize = 25;

    /// <summary>Workouts on a page of a list when the client does not say.</summary>
    public const int DefaultPageSize = 20;

    public const int MaxPageSize = 100;

    /// <summary>Read units that a page of a list may use. One unit reads 4 KB, or 8 KB with <c>type</c>.</summary>
    public const int MaxPageReadUnits = 32;

    /// <summary>Workouts on a page of an export.</summary>
    public const int MaxExportPageSize = 500;

    /// <summary>Read units that a page of an export may use; so it stays well below the 6 MB that a function may answer.</summary>
    public const int MaxExportReadUnits = 64;

    /// <summary>Characters of a client's own id of a workout.</summary>
    public const int MaxExternalIdLength = 128;

    /// <summary>Characters of an idempotency key.</summary>
    public const int MaxIdempotencyKeyLength = 255;

    /// <summary>How long an idempotency key is remembered.</summary>
    public static readonly TimeSpan IdempotencyPeriod = TimeSpan.FromHours(24);
}
