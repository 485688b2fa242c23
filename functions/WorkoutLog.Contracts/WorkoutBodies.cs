using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts</c>.</summary>
/// <remarks>The members can be set one by one, because a body is read to its end even when one of its fields is wrong.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public class WorkoutRequest
{
    /// <summary>1–128 characters of <c>A-Z a-z 0-9 . _ : @ -</c>.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxUserIdLength, Pattern = $"^{ApiLimits.UserIdPattern}$")]
    public required string UserId { get; set; }

    /// <summary>One of the configured types, in upper case.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutTypePattern}$")]
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 up to the configured limit.</summary>
    [Bounds(Minimum = 0, Maximum = ApiLimits.LongestDurationMinutes, ExclusiveMinimum = true)]
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, 0–20,000.</summary>
    [Bounds(Minimum = 0, Maximum = ApiLimits.MaxCaloriesBurned)]
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, 0–1,000.</summary>
    [Bounds(Minimum = 0, Maximum = ApiLimits.MaxDistanceKm)]
    public decimal? DistanceKm { get; set; }

    /// <summary>Up to 1,000 characters, no control characters.</summary>
    [Bounds(MaxLength = ApiLimits.MaxNotesLength)]
    public string? Notes { get; set; }

    /// <summary>RFC 3339 with an offset, from the year 2000 to 24 hours ahead; the time of the request when left out.</summary>
    [Bounds(Format = "date-time")]
    public string? WorkoutTimestamp { get; set; }
}

/// <summary>Body of <c>PUT /workouts/{userId}/{workoutId}</c>: all that a workout holds from now on.</summary>
/// <remarks>What can't change may be sent as it is, so that an answer can be edited and sent back whole.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class WorkoutReplacement
{
    /// <summary>One of the configured types, in upper case.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutTypePattern}$")]
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 up to the configured limit.</summary>
    [Bounds(Minimum = 0, Maximum = ApiLimits.LongestDurationMinutes, ExclusiveMinimum = true)]
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, 0–20,000; removed when left out.</summary>
    [Bounds(Minimum = 0, Maximum = ApiLimits.MaxCaloriesBurned)]
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, 0–1,000; removed when left out.</summary>
    [Bounds(Minimum = 0, Maximum = ApiLimits.MaxDistanceKm)]
    public decimal? DistanceKm { get; set; }

    /// <summary>Up to 1,000 characters, no control characters; removed when left out.</summary>
    [Bounds(MaxLength = ApiLimits.MaxNotesLength)]
    public string? Notes { get; set; }

    /// <summary>The workout's own; it can't change.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutIdPattern}$")]
    public string? WorkoutId { get; set; }

    /// <summary>The workout's own; it can't change.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxUserIdLength, Pattern = $"^{ApiLimits.UserIdPattern}$")]
    public string? UserId { get; set; }

    /// <summary>The workout's own moment, in any offset; it can't change.</summary>
    [Bounds(Format = "date-time")]
    public string? WorkoutTimestamp { get; set; }
}

/// <summary>A workout as the API shows it. Sent back with <c>PUT</c> it changes nothing, as long as its type is supported.</summary>
public sealed class WorkoutResponse
{
    /// <summary>Opaque and safe in a URL.</summary>
    [Bounds(Pattern = $"^{ApiLimits.WorkoutIdPattern}$")]
    public required string WorkoutId { get; init; }

    /// <summary>Whose workout it is.</summary>
    public required string UserId { get; init; }

    /// <summary>One of those configured when it was written.</summary>
    public required string WorkoutType { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories; absent when they were not said.</summary>
    public decimal? CaloriesBurned { get; init; }

    /// <summary>Kilometres; absent when they were not said.</summary>
    public decimal? DistanceKm { get; init; }

    /// <summary>Absent when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>RFC 3339 with six fraction digits and the offset that was sent: <c>2026-05-09T07:30:00.000000+02:00</c>, <c>Z</c> for none.</summary>
    [Bounds(Format = "date-time")]
    public required string WorkoutTimestamp { get; init; }
}

/// <summary>A page of an export as CSV.</summary>
public static class ExportColumns
{
    /// <summary>Of the first line. Programs read by position, so the order stays and a new column is the last one.</summary>
    public static readonly IReadOnlyList<string> All =
        ["workoutId", "userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp"];
}

/// <summary>One page of a user's workouts, newest first.</summary>
public sealed class WorkoutPage
{
    /// <summary>Newest first.</summary>
    [Bounds(MaxItems = ApiLimits.MaxExportPageSize)]
    public required IReadOnlyList<WorkoutResponse> Items { get; init; }

    /// <summary>False on the last page. A page may have few items or none although others follow.</summary>
    public required bool HasMore { get; init; }

    /// <summary>What to send as <c>cursor</c>, with everything else as it was, for the next page; absent on the last one.</summary>
    public string? NextCursor { get; init; }
}
