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
public sealed class WorkoutEditing(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private const int LogItemPlace = 0;
    private const string VersionIsAsRead = "#version = :version";

    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly WorkoutLookup _lookup = new(new DynamoDbCalls(client, retry), tables.Logs);

    /// <summary>Replaces what a workout holds; with another timestamp, it moves.</summary>
    /// <param name="edit">
    /// Makes the new content of the stored one; the user stays, and so must the <c>externalId</c>. It runs again when another write came first.
    /// </param>
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
            Workout after = edit(before) with { UserId = before.UserId };
            var replaced = stored with { Version = stored.Version + 1, Workout = after };
            return new Change(Items(stored, replaced, token), [RollupDelta.OfDeleted(before), RollupDelta.OfCreated(after)], replaced);
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
        stored => new Change([Delete(stored), .. WorkoutPointer.Drop(stored, tables.Logs), .. MarkDeleted(stored)], [RollupDelta.OfDeleted(stored.Workout)], stored),
        scope);

    private async Task<EditOutcome> EditAsync(
        string userId, WorkoutId id, VersionCondition condition, string? token, Func<StoredWorkout, Change> changeOf, RequestScope scope)
    {
        FoundWorkout? found = await _lookup.FindAsync(userId, id, scope);
        for (int attempt = 1; found is { Stored: var stored }; attempt++)
        {
            if (!condition.Allows(stored.Version))
            {
                return new EditOutcome.Stale(stored.Version);
            }

            Change change = changeOf(stored);
            if (change.Result.Workout.ExternalId is var sent && sent != stored.Workout.ExternalId)
            {
                return new EditOutcome.OtherExternalId(stored.Workout.ExternalId, sent);
            }

            if (attempt > 1)
            {
                await retry.WaitForOthersAsync(attempt - 1, scope);
            }

            TransactionResult result = await _calls.TransactWriteItemsAsync([.. change.Logs, .. RollupUpdates.Of(change.Deltas, tables.Stats, time.GetUtcNow())], scope);
            if (result.IsCommitted)
            {
                return new EditOutcome.Done(change.Result);
            }

            if (!result.IsRefusedBy(LogItemPlace))
            {
                throw TransactionResult.NoConditionThere();
            }

            // What is no longer in its place was moved or deleted.
            found = result.Found(LogItemPlace) is { } item ? FoundWorkout.Of(id, item) : await _lookup.FindAsync(userId, id, scope);
            if (found is not null && token is not null && LogItem.IsWrittenBy(found.Item, token))
            {
                // A try before was carried out, though its answer was lost.
                return new EditOutcome.Done(change.Result);
            }

            scope.CountConflict();
        }

        return new EditOutcome.NotFound();
    }

    // The first one tells whether the workout is as it was read.
    private List<TransactWriteItem> Items(StoredWorkout stored, StoredWorkout replaced, string token)
    {
        var put = new Put { TableName = tables.Logs, Item = LogItem.Of(replaced, token), ConditionExpression = LogItem.IsAbsent };
        if (tables.HasEvents)
        {
            ChangeItems.Mark(put.Item, replaced, stored);
        }

        if (replaced.Place != stored.Place)
        {
            return [Delete(stored), new() { Put = put }, WorkoutPointer.Follow(replaced, tables.Logs)];
        }

        put.ConditionExpression = VersionIsAsRead;
        put.ExpressionAttributeNames = Names();
        put.ExpressionAttributeValues = Values(stored.Version);
        put.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        return [new() { Put = put }];
    }

    private IEnumerable<TransactWriteItem> MarkDeleted(StoredWorkout stored) =>
        tables.HasEvents ? [new() { Put = ChangeItems.OfDeleted(stored, time.GetUtcNow(), tables.Logs) }] : [];

    private TransactWriteItem Delete(StoredWorkout stored) => new()
    {
        Delete = new()
        {
            TableName = tables.Logs,
            Key = LogItem.Key(stored.Workout.UserId, stored.Place),
            ConditionExpression = VersionIsAsRead,
            ExpressionAttributeNames = Names(),
            ExpressionAttributeValues = Values(stored.Version),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        },
    };

    private static Dictionary<string, string> Names() => new() { ["#version"] = LogItem.Version };

    private static Dictionary<string, AttributeValue> Values(int version) => new() { [":version"] = Numbers.Of(version) };

    /// <param name="Logs">Of the logs table, the workout as it was read first.</param>
    /// <param name="Result">What a success reports.</param>
    private sealed record Change(IReadOnlyList<TransactWriteItem> Logs, IReadOnlyList<RollupDelta> Deltas, StoredWorkout Result);
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

    /// <summary>The edit has another <c>externalId</c> than the workout; nothing was written.</summary>
    /// <param name="Own">The one that it has; null for none.</param>
    /// <param name="Sent">The one of the edit; null for none.</param>
    public sealed record OtherExternalId(string? Own, string? Sent) : EditOutcome;

    /// <summary>The workout has a version that may not be overwritten; nothing was written.</summary>
    /// <param name="Version">The version that it has.</param>
    public sealed record Stale(int Version) : EditOutcome;
}
