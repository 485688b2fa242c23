using System.Collections.Immutable;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Changes a stored workout, and the roll-up by the exact difference, in one transaction.</summary>
/// <remarks>The difference is relative to the version that was read, so the write requires that version.</remarks>
public sealed class WorkoutEditing(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private const int LogItemPlace = 0;
    private const string VersionIsAsRead = "#version = :version";

    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly WorkoutLookup _lookup = new(new DynamoDbCalls(client, retry), tables.Logs);

    /// <summary>Replaces a workout's content; with another timestamp, it moves.</summary>
    /// <param name="edit">
    /// Returns the new content for the stored one; the user is kept, and the <c>externalId</c> must be unchanged. Runs again if another write came first.
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
        stored => new Change([Delete(stored), .. WorkoutPointer.ForDeletion(stored, tables.Logs), .. MarkDeleted(stored)], [RollupDelta.OfDeleted(stored.Workout)], stored),
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
                await retry.BackOffAsync(attempt - 1, scope);
            }

            TransactionResult result = await _calls.TransactWriteItemsAsync([.. change.Logs, .. RollupUpdates.Of(change.Deltas, tables.Stats, time.GetUtcNow())], scope);
            if (result.IsCommitted)
            {
                return new EditOutcome.Done(change.Result);
            }

            if (!result.IsRefusedBy(LogItemPlace))
            {
                throw TransactionResult.UnexpectedRefusal();
            }

            // A missing item was moved or deleted.
            found = result.Found(LogItemPlace) is { } item ? FoundWorkout.Of(id, item) : await _lookup.FindAsync(userId, id, scope);
            if (found is not null && token is not null && LogItem.IsWrittenBy(found.Item, token))
            {
                // An earlier attempt succeeded, but its response was lost.
                return new EditOutcome.Done(change.Result);
            }

            scope.CountConflict();
        }

        return new EditOutcome.NotFound();
    }

    // The first item's condition checks that the workout is unchanged since the read.
    private List<TransactWriteItem> Items(StoredWorkout stored, StoredWorkout replaced, string token)
    {
        var put = new Put { TableName = tables.Logs, Item = LogItem.Of(replaced, token), ConditionExpression = LogItem.IsAbsent };
        if (tables.HasEvents)
        {
            ChangeItems.Mark(put.Item, replaced, stored);
        }

        if (replaced.Place != stored.Place)
        {
            return [Delete(stored), new() { Put = put }, WorkoutPointer.ForMove(replaced, tables.Logs)];
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

    /// <param name="Logs">Writes to the logs table; the first is the workout that was read.</param>
    /// <param name="Result">The result of a success.</param>
    private sealed record Change(IReadOnlyList<TransactWriteItem> Logs, IReadOnlyList<RollupDelta> Deltas, StoredWorkout Result);
}

/// <summary>The versions of a workout that may be overwritten.</summary>
public sealed class VersionCondition
{
    private readonly ImmutableHashSet<int>? _versions;

    private VersionCondition(ImmutableHashSet<int>? versions) => _versions = versions;

    public static VersionCondition Any { get; } = new(null);

    /// <summary>Whether any version may be overwritten, including one written in the meantime.</summary>
    public bool IsAny => _versions is null;

    public static VersionCondition OneOf(IEnumerable<int> versions) => new([.. versions]);

    public bool Allows(int version) => _versions?.Contains(version) ?? true;
}

/// <summary>Outcome of an edit or a deletion.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <param name="Stored">The current state; the last one for a deletion.</param>
    public sealed record Done(StoredWorkout Stored) : EditOutcome;

    public sealed record NotFound : EditOutcome;

    /// <summary>The edit has a different <c>externalId</c> from the workout's; nothing was written.</summary>
    /// <param name="Own">The workout's; null for none.</param>
    /// <param name="Sent">The edit's; null for none.</param>
    public sealed record OtherExternalId(string? Own, string? Sent) : EditOutcome;

    /// <summary>The workout has a version that may not be overwritten; nothing was written.</summary>
    /// <param name="Version">The current version.</param>
    public sealed record Stale(int Version) : EditOutcome;
}
