namespace WorkoutLog.Storage.Resilience;

/// <summary>DynamoDB does not take one of the items as it is; nothing was written.</summary>
public sealed class StorageRejectedException(Exception cause)
    : Exception("DynamoDB does not take one of the items as it is.", cause);
