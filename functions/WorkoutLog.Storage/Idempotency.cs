using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Storage;

/// <summary>A write that may be tried again.</summary>
/// <param name="Caller">Who sent it; keys of different callers never meet.</param>
/// <param name="Key">The client's name for the write.</param>
/// <param name="Fingerprint">Of what was sent: another request under the same key has another one.</param>
public sealed record IdempotentRequest(string Caller, string Key, string Fingerprint);

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
        if (draft.ExternalId is { } externalId)
        {
            // Records of versions that knew no such field keep their fingerprints.
            Append(canonical, externalId);
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }

    // The length in front parts the fields, whatever they hold; a minus is a field that was left out.
    private static void Append(StringBuilder canonical, string? value) =>
        canonical.Append(value is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value}")).Append(';');

    private static string? Canonical(string? timestamp) =>
        Rfc3339.TryParse(timestamp, out DateTimeOffset moment) ? LocalTimestamp.Format(moment) : timestamp;
}

/// <summary>Remembers which workout a named write had stored; an item of the logs table that no list of workouts meets.</summary>
internal static class IdempotencyRecord
{
    // Sorts behind every timestamp.
    private const string KeyPrefix = "IDEMPOTENCY#";

    private const string FingerprintAttribute = "fingerprint";

    // Nothing here reads it. The version before does, and may serve beside this one.
    private const string UtcOffset = "utcOffset";

    /// <summary>Takes the key for a workout, unless another one has it; time to live deletes late, so the expiry counts too.</summary>
    public static Put Put(IdempotentRequest request, StoredWorkout stored, DateTimeOffset now, string table)
    {
        var item = Key(stored.Workout.UserId, request);
        item[FingerprintAttribute] = new() { S = request.Fingerprint };
        WorkoutPointer.Lead(item, stored.Id);
        item[UtcOffset] = Numbers.Of(stored.Workout.Timestamp.TotalOffsetMinutes);
        item[LogsTableSchema.ExpiresAt] = Numbers.Of(SecondsRoundedUp(now + ApiLimits.IdempotencyPeriod));
        return new Put
        {
            TableName = table,
            Item = item,
            ConditionExpression = $"attribute_not_exists({LogsTableSchema.PartitionKey}) OR {LogsTableSchema.ExpiresAt} <= :now",
            ExpressionAttributeValues = new() { [":now"] = Numbers.Of((decimal)now.ToUnixTimeSeconds()) },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    public static bool HasFingerprint(IReadOnlyDictionary<string, AttributeValue> record, string fingerprint) =>
        record[FingerprintAttribute].S == fingerprint;

    private static Dictionary<string, AttributeValue> Key(string userId, IdempotentRequest request)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Caller}\n{request.Key}"));
        return LogItem.Key(userId, KeyPrefix + Base64Url.EncodeToString(hash));
    }

    private static decimal SecondsRoundedUp(DateTimeOffset moment) =>
        Math.Ceiling((decimal)(moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
}
