using Amazon.DynamoDBv2;
using WorkoutLog.Domain;
using WorkoutLog.Storage.Calls;
using WorkoutLog.Storage.Idempotency;
using WorkoutLog.Storage.Keys;
using WorkoutLog.Storage.Resilience;
using WorkoutLog.Storage.Writes;

namespace WorkoutLog.Storage;

/// <summary>Writes workouts, each together with its part of the month's roll-up.</summary>
public sealed class WorkoutStore
{
    private readonly WorkoutCreation _creation;
    private readonly WorkoutEditing _editing;

    public WorkoutStore(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
    {
        var calls = new DynamoDbCalls(client, retry);
        _creation = new WorkoutCreation(calls, tables, time);
        _editing = new WorkoutEditing(calls, tables, retry, new WorkoutReader(client, tables, retry));
    }

    /// <summary>Stores a workout under a new id; all items are written or none is.</summary>
    /// <param name="request">Null for a write that the client does not name.</param>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageRejectedException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been written.</exception>
    public Task<CreateOutcome> CreateAsync(Workout workout, IdempotentRequest? request, RequestScope scope) =>
        _creation.CreateAsync(workout, request, scope);

    /// <summary>Replaces what a workout holds.</summary>
    /// <param name="edit">Makes the new content of the stored one; user and timestamp stay. It runs again when another write came first.</param>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageRejectedException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been replaced.</exception>
    public Task<EditOutcome> ReplaceAsync(string userId, WorkoutId id, Func<Workout, Workout> edit, VersionCondition condition, RequestScope scope) =>
        _editing.ReplaceAsync(userId, id, edit, condition, scope);

    /// <summary>Deletes a workout.</summary>
    /// <exception cref="StorageConflictException">Nothing was deleted.</exception>
    /// <exception cref="StorageRejectedException">Nothing was deleted.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been deleted.</exception>
    public Task<EditOutcome> DeleteAsync(string userId, WorkoutId id, VersionCondition condition, RequestScope scope) =>
        _editing.DeleteAsync(userId, id, condition, scope);
}
