using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts</c>.</summary>
/// <remarks>The members can be set one by one, because a body is read to its end even when one of its fields is wrong.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public class WorkoutRequest
{
    /// <summary>1–128 characters of <c>A-Z a-z 0-9 . _ : @ -</c>.</summary>
    public required string UserId { get; set; }

    /// <summary>One of the configured types, in upper case.</summary>
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 up to the configured limit.</summary>
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, 0–20,000.</summary>
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, 0–1,000.</summary>
    public decimal? DistanceKm { get; set; }

    /// <summary>Up to 1,000 characters, no control characters.</summary>
    public string? Notes { get; set; }

    /// <summary>RFC 3339 with an offset, from the year 2000 to 24 hours ahead; the time of the request when left out.</summary>
    public string? WorkoutTimestamp { get; set; }

    /// <summary>Your own id of the workout, such as <c>garmin:1234567890</c>: 1–128 printable ASCII characters without spaces, unique for the user.</summary>
    public string? ExternalId { get; set; }
}

/// <summary>Body of <c>PUT /workouts/{userId}/{workoutId}</c>: all that a workout holds from now on.</summary>
/// <remarks>What can't change may be sent as it is, so that an answer can be edited and sent back whole.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class WorkoutReplacement
{
    /// <summary>One of the configured types, in upper case.</summary>
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 up to the configured limit.</summary>
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, 0–20,000; removed when left out.</summary>
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, 0–1,000; removed when left out.</summary>
    public decimal? DistanceKm { get; set; }

    /// <summary>Up to 1,000 characters, no control characters; removed when left out.</summary>
    public string? Notes { get; set; }

    /// <summary>The workout's own; it can't change.</summary>
    public string? WorkoutId { get; set; }

    /// <summary>The workout's own; it can't change.</summary>
    public string? UserId { get; set; }

    /// <summary>As in a new workout; another one than the workout's own moves it, and it stays when left out.</summary>
    public string? WorkoutTimestamp { get; set; }

    /// <summary>The workout's own; it can't change, and stays when left out.</summary>
    public string? ExternalId { get; set; }
}

/// <summary>A workout as the API shows it. Sent back with <c>PUT</c> it changes nothing, as long as its type is supported.</summary>
public sealed class WorkoutResponse
{
    /// <summary>Opaque and safe in a URL; the same for ever, also when the workout moves.</summary>
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
    public required string WorkoutTimestamp { get; init; }

    /// <summary>The id that the client gave; absent when it gave none.</summary>
    public string? ExternalId { get; init; }
}

/// <summary>One page of a user's workouts, newest first.</summary>
public sealed class WorkoutPage
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<WorkoutResponse> Items { get; init; }

    /// <summary>False on the last page. A page may have few items or none although others follow.</summary>
    public required bool HasMore { get; init; }

    /// <summary>What to send as <c>cursor</c>, with everything else as it was, for the next page; absent on the last one.</summary>
    public string? NextCursor { get; init; }
}
