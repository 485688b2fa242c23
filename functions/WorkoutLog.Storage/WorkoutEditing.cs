using System.Collections.Immutable;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Changes a stored workout in one transaction with the exact difference that it makes to the roll-up.</summary>
/// <remarks>The difference is that to the version that was read, so the write holds only while the item still has it.</remarks>
public sealed class WorkoutEditing(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    private const int LogItemPlace = 0;
    private const string VersionIsAsRead = "#version = :version";

    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly WorkoutReader _reader = new(client, tables, retry);

    /// <summary>Replaces what a workout holds.</summary>
    /// <param name="edit">Makes the new content of the stored one; user and timestamp stay. It runs again when another write came first.</param>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageRejectedException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been replaced.</exception>
    public Task<EditOutcome> ReplaceAsync(string userId, WorkoutId id, Func<Workout, Workout> edit, VersionCondition condition, RequestScope scope)
    {
        string token = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return EditAsync(userId, id, condition, token, Replacement, scope);

        Change Replacement(StoredWorkout stored)
        {
            Workout before = stored.Workout;
            Workout after = edit(before) with { UserId = before.UserId, Timestamp = before.Timestamp };
            var replaced = new StoredWorkout(id, stored.Version + 1, after);
            return new Change(new() { Put = Put(replaced, stored.Version, token) }, RollupDelta.OfReplaced(before, after), replaced);
        }
    }

    /// <summary>Deletes a workout.</summary>
    /// <exception cref="StorageConflictException">Nothing was deleted.</exception>
    /// <exception cref="StorageRejectedException">Nothing was deleted.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been deleted.</exception>
    public Task<EditOutcome> DeleteAsync(string userId, WorkoutId id, VersionCondition condition, RequestScope scope) => EditAsync(
        userId,
        id,
        condition,
        token: null,
        stored => new Change(new() { Delete = Delete(stored) }, RollupDelta.OfDeleted(stored.Workout), stored),
        scope);

    private async Task<EditOutcome> EditAsync(
        string userId, WorkoutId id, VersionCondition condition, string? token, Func<StoredWorkout, Change> changeOf, RequestScope scope)
    {
        StoredWorkout? stored = await _reader.GetAsync(userId, id, scope);
        for (int attempt = 1; stored is not null; attempt++)
        {
            if (!condition.Allows(stored.Version))
            {
                return new EditOutcome.Stale(stored.Version);
            }

            if (attempt > 1)
            {
                await retry.WaitForOthersAsync(attempt - 1, scope);
            }

            Change change = changeOf(stored);
            TransactionResult result = await _calls.TransactWriteItemsAsync(
                [change.Log, new() { Update = RollupUpdate.Of(change.Delta, tables.Stats) }], scope);
            if (!result.IsCommitted && !result.IsRefusedBy(LogItemPlace))
            {
                throw TransactionResult.NoConditionThere();
            }

            var found = result.IsCommitted ? null : result.Found(LogItemPlace);
            // A try before was carried out, though its answer was lost.
            bool isOwn = found is not null && token is not null && LogItem.IsWrittenBy(found, token);
            if (result.IsCommitted || isOwn)
            {
                return new EditOutcome.Done(change.Result);
            }

            scope.CountConflict();
            stored = found is null ? null : LogItem.Read(found);
        }

        return new EditOutcome.NotFound();
    }

    private Put Put(StoredWorkout replaced, int versionRead, string token) => new()
    {
        TableName = tables.Logs,
        Item = LogItem.Of(replaced, token),
        ConditionExpression = VersionIsAsRead,
        ExpressionAttributeNames = Names(),
        ExpressionAttributeValues = Values(versionRead),
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private Delete Delete(StoredWorkout stored) => new()
    {
        TableName = tables.Logs,
        Key = LogItem.Key(stored.Workout.UserId, stored.Id),
        ConditionExpression = VersionIsAsRead,
        ExpressionAttributeNames = Names(),
        ExpressionAttributeValues = Values(stored.Version),
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private static Dictionary<string, string> Names() => new() { ["#version"] = LogItem.Version };

    private static Dictionary<string, AttributeValue> Values(int version) => new() { [":version"] = Numbers.Of(version) };

    /// <param name="Result">What a success reports.</param>
    private sealed record Change(TransactWriteItem Log, RollupDelta Delta, StoredWorkout Result);
}

/// <summary>Which versions of a workout may be overwritten.</summary>
public sealed class VersionCondition
{
    private readonly ImmutableHashSet<int>? _versions;

    private VersionCondition(ImmutableHashSet<int>? versions) => _versions = versions;

    public static VersionCondition Any { get; } = new(null);

    /// <summary>Whether a version that was written in the meantime may be overwritten too.</summary>
    public bool IsAny => _versions is null;

    public static VersionCondition OneOf(IEnumerable<int> versions) => new([.. versions]);

    public bool Allows(int version) => _versions?.Contains(version) ?? true;
}

/// <summary>What became of an edit or a deletion.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <param name="Stored">As it is now; of a deleted one, as it was last.</param>
    public sealed record Done(StoredWorkout Stored) : EditOutcome;

    public sealed record NotFound : EditOutcome;

    /// <summary>The workout has a version that may not be overwritten; nothing was written.</summary>
    /// <param name="Version">The version that it has.</param>
    public sealed record Stale(int Version) : EditOutcome;
}
