using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Storage.Idempotency;

/// <summary>Tells whether two requests ask for the same write.</summary>
public static class Fingerprint
{
    /// <summary>
    /// A hash over what the fields mean, not over how they were written: <c>30</c> and <c>30.0</c>, <c>Z</c> and <c>+00:00</c> are equal.
    /// A timestamp that was left out equals no other.
    /// </summary>
    /// <param name="draft">One that met every rule.</param>
    /// <returns>43 characters of base64url.</returns>
    public static string Of(WorkoutDraft draft)
    {
        var canonical = new StringBuilder();
        Append(canonical, draft.UserId);
        Append(canonical, draft.WorkoutType);
        Append(canonical, ExactDecimal.Format(draft.DurationMinutes));
        Append(canonical, draft.CaloriesBurned is { } calories ? ExactDecimal.Format(calories) : null);
        Append(canonical, draft.DistanceKm is { } distance ? ExactDecimal.Format(distance) : null);
        Append(canonical, draft.Notes);
        Append(canonical, Canonical(draft.WorkoutTimestamp));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }

    // The length in front parts the fields, whatever they hold; a minus is a field that was left out.
    private static void Append(StringBuilder canonical, string? value) =>
        canonical.Append(value is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value}")).Append(';');

    private static string? Canonical(string? timestamp) =>
        Rfc3339.TryParse(timestamp, out DateTimeOffset moment) ? LocalTimestamp.Format(moment) : timestamp;
}
