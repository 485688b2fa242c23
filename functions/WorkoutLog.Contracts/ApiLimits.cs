namespace WorkoutLog.Contracts;

/// <summary>Limits of the API that are the same in every stack.</summary>
public static class ApiLimits
{
    public const int MaxUserIdLength = 128;

    /// <summary>The characters of a user id, in words. <c>#</c> separates the parts of table keys.</summary>
    public const string UserIdCharacters = "A-Z a-z 0-9 . _ : @ -";

    /// <summary>The form of a user id as a regular expression without anchors.</summary>
    public const string UserIdPattern = "[A-Za-z0-9._:@-]+";

    /// <summary>The form of a workout's id as a regular expression without anchors.</summary>
    public const string WorkoutIdPattern = "[A-Za-z0-9_-]{22}";

    public const int MaxWorkoutTypeLength = 32;

    /// <summary>The form of a workout type as a regular expression without anchors.</summary>
    /// <remarks>An upper-case first letter distinguishes the roll-up attributes of a type from those of days and keys.</remarks>
    public const string WorkoutTypePattern = "[A-Z][A-Z0-9_]{0,31}";

    /// <summary>Maximum size of a workout's item: the longest id, type and notes, at four bytes per character, fit.</summary>
    public const int MaxWorkoutBytes = 5_120;

    /// <summary>Workouts in one batch.</summary>
    public const int MaxBatchSize = 25;

    /// <summary>Default number of workouts on a page of a list.</summary>
    public const int DefaultPageSize = 20;

    public const int MaxPageSize = 100;

    /// <summary>Read units that a page of a list may use. One unit reads 4 KB, or 8 KB with <c>type</c>.</summary>
    public const int MaxPageReadUnits = 32;

    /// <summary>Workouts on a page of an export.</summary>
    public const int MaxExportPageSize = 500;

    /// <summary>Read units that a page of an export may use, which keeps it well below Lambda's response limit of 6 MB.</summary>
    public const int MaxExportReadUnits = 64;

    /// <summary>Maximum characters of a client's own id for a workout.</summary>
    public const int MaxExternalIdLength = 128;

    /// <summary>Maximum characters of a cursor, in this version and later ones.</summary>
    public const int MaxCursorLength = 256;

    /// <summary>Maximum characters of an idempotency key.</summary>
    public const int MaxIdempotencyKeyLength = 255;

    /// <summary>The form of a client-supplied name, as a regular expression without anchors: printable ASCII characters without spaces.</summary>
    public const string ClientNamePattern = "[!-~]+";

    /// <summary>How long an idempotency key is remembered.</summary>
    public static readonly TimeSpan IdempotencyPeriod = TimeSpan.FromHours(24);
}
