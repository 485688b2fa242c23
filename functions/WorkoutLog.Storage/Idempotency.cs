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

/// <summary>A write that may be retried.</summary>
/// <param name="Caller">The sender; keys of different callers are separate.</param>
/// <param name="Key">The client's idempotency key.</param>
/// <param name="Fingerprint">Of the content; detects another request with the same key.</param>
public sealed record IdempotentRequest(string Caller, string Key, string Fingerprint);

/// <summary>Identifies requests for the same write.</summary>
public static class Fingerprint
{
    /// <summary>
    /// A hash of the fields' values, not their spelling: <c>30</c> and <c>30.0</c>, <c>Z</c> and <c>+00:00</c> are equal.
    /// An omitted timestamp differs from every other.
    /// </summary>
    /// <param name="draft">Valid.</param>
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
            // Only if set, so that records of versions without the field keep their fingerprints.
            Append(canonical, externalId);
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
    }

    // The length prefix separates the fields, whatever their content; a minus is an omitted field.
    private static void Append(StringBuilder canonical, string? value) =>
        canonical.Append(value is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value}")).Append(';');

    private static string? Canonical(string? timestamp) =>
        Rfc3339.TryParse(timestamp, out DateTimeOffset moment) ? LocalTimestamp.Format(moment) : timestamp;
}

/// <summary>Stores which workout an idempotency key logged; an item of the logs table outside of the key range of workouts.</summary>
internal static class IdempotencyRecord
{
    // Sorts after every timestamp.
    private const string KeyPrefix = "IDEMPOTENCY#";

    private const string FingerprintAttribute = "fingerprint";

    // Read only by the previous version, which may run at the same time.
    private const string UtcOffset = "utcOffset";

    /// <summary>Assigns the key to a workout, unless it is taken; expired records count as free, because TTL deletes late.</summary>
    public static Put Put(IdempotentRequest request, StoredWorkout stored, DateTimeOffset now, string table)
    {
        var item = Key(stored.Workout.UserId, request);
        item[FingerprintAttribute] = new() { S = request.Fingerprint };
        WorkoutPointer.PointTo(item, stored.Id);
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
