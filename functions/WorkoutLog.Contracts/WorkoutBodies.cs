using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts</c>.</summary>
/// <remarks>The members are settable one by one, because a body is read to its end even if a field is invalid.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public class WorkoutRequest
{
    /// <summary>1–128 characters of <c>A-Z a-z 0-9 . _ : @ -</c>.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxUserIdLength, Pattern = $"^{ApiLimits.UserIdPattern}$")]
    public required string UserId { get; set; }

    /// <summary>One of the configured types, in upper case.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutTypePattern}$")]
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 and at most 1,440 unless the stack sets another limit.</summary>
    [Bounds(Minimum = 0, Maximum = WorkoutLimit.Highest.DurationMinutes, ExclusiveMinimum = true)]
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, from 0 to 20,000 unless the stack sets another limit.</summary>
    [Bounds(Minimum = 0, Maximum = WorkoutLimit.Highest.CaloriesBurned)]
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, from 0 to 1,000 unless the stack sets another limit.</summary>
    [Bounds(Minimum = 0, Maximum = WorkoutLimit.Highest.DistanceKm)]
    public decimal? DistanceKm { get; set; }

    /// <summary>At most 1,000 Unicode characters unless the stack sets another limit. Line breaks and tabs are the only control characters allowed; CR LF is stored as LF.</summary>
    [Bounds(MaxLength = WorkoutLimit.Highest.NotesLength)]
    public string? Notes { get; set; }

    /// <summary>RFC 3339 with an offset, from the year 2000 to 24 hours ahead unless the stack sets other limits; the time of the request if omitted.</summary>
    [Bounds(Format = "date-time")]
    public string? WorkoutTimestamp { get; set; }

    /// <summary>Your own id for the workout, such as <c>garmin:1234567890</c>: 1–128 printable ASCII characters without spaces, unique for the user.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxExternalIdLength, Pattern = $"^{ApiLimits.ClientNamePattern}$")]
    public string? ExternalId { get; set; }
}

/// <summary>Body of <c>PUT /workouts/{userId}/{workoutId}</c>: the new content of the workout.</summary>
/// <remarks>Read-only fields may be sent unchanged, so that a response can be edited and sent back.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class WorkoutReplacement
{
    /// <summary>One of the configured types, in upper case.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutTypePattern}$")]
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 and at most 1,440 unless the stack sets another limit.</summary>
    [Bounds(Minimum = 0, Maximum = WorkoutLimit.Highest.DurationMinutes, ExclusiveMinimum = true)]
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, from 0 to 20,000 unless the stack sets another limit; removed if omitted.</summary>
    [Bounds(Minimum = 0, Maximum = WorkoutLimit.Highest.CaloriesBurned)]
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, from 0 to 1,000 unless the stack sets another limit; removed if omitted.</summary>
    [Bounds(Minimum = 0, Maximum = WorkoutLimit.Highest.DistanceKm)]
    public decimal? DistanceKm { get; set; }

    /// <summary>At most 1,000 Unicode characters unless the stack sets another limit; removed if omitted. Line breaks and tabs are the only control characters allowed; CR LF is stored as LF.</summary>
    [Bounds(MaxLength = WorkoutLimit.Highest.NotesLength)]
    public string? Notes { get; set; }

    /// <summary>The workout's own; can't be changed.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutIdPattern}$")]
    public string? WorkoutId { get; set; }

    /// <summary>The workout's own; can't be changed.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxUserIdLength, Pattern = $"^{ApiLimits.UserIdPattern}$")]
    public string? UserId { get; set; }

    /// <summary>As in a new workout; a different timestamp moves the workout. Unchanged if omitted.</summary>
    [Bounds(Format = "date-time")]
    public string? WorkoutTimestamp { get; set; }

    /// <summary>The workout's own; can't be changed. Unchanged if omitted.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxExternalIdLength, Pattern = $"^{ApiLimits.ClientNamePattern}$")]
    public string? ExternalId { get; set; }
}

/// <summary>A workout as the API returns it. Sending it back with <c>PUT</c> changes nothing while its type is supported.</summary>
public sealed class WorkoutResponse
{
    /// <summary>Opaque and URL-safe; never changes, even if the workout moves.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutIdPattern}$")]
    public required string WorkoutId { get; init; }

    /// <summary>The user of the workout.</summary>
    public required string UserId { get; init; }

    /// <summary>One of the types configured when it was written.</summary>
    public required string WorkoutType { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories; absent if not given.</summary>
    public decimal? CaloriesBurned { get; init; }

    /// <summary>Kilometres; absent if not given.</summary>
    public decimal? DistanceKm { get; init; }

    /// <summary>Absent if there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>RFC 3339 with six fraction digits and the offset that was sent: <c>2026-05-09T07:30:00.000000+02:00</c>, <c>Z</c> for none.</summary>
    [Bounds(Format = "date-time")]
    public required string WorkoutTimestamp { get; init; }

    /// <summary>The client's own id; absent if not given.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxExternalIdLength, Pattern = $"^{ApiLimits.ClientNamePattern}$")]
    public string? ExternalId { get; init; }
}

/// <summary>A page of an export as CSV.</summary>
public static class ExportColumns
{
    /// <summary>The header line. Programs read by position, so the order is stable and new columns are added last.</summary>
    public static readonly IReadOnlyList<string> All =
        ["workoutId", "userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp", "externalId"];
}

/// <summary>One page of a user's workouts, newest first.</summary>
public sealed class WorkoutPage
{
    /// <summary>Newest first.</summary>
    [Bounds(MaxItems = ApiLimits.MaxExportPageSize)]
    public required IReadOnlyList<WorkoutResponse> Items { get; init; }

    /// <summary>False on the last page. A page may have few items or none even if more follow.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Send it as <c>cursor</c>, with all other parameters unchanged, for the next page; absent on the last page.</summary>
    public string? NextCursor { get; init; }
}
