namespace WorkoutLog.Storage.Resilience;

/// <summary>Other writes of the same user kept getting in the way; nothing was written.</summary>
/// <param name="cause">The last conflict, where DynamoDB and not a version told of it.</param>
public sealed class StorageConflictException(Exception? cause = null)
    : Exception("The write kept meeting other writes of the same items.", cause);
