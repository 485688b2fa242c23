namespace WorkoutLog.Storage.Resilience;

/// <summary>Other writes of the same user kept getting in the way; nothing was written.</summary>
public sealed class StorageConflictException(Exception cause)
    : Exception("The write kept meeting other writes of the same items.", cause);
