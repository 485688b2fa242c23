namespace WorkoutLog.Storage.Resilience;

/// <summary>DynamoDB was throttled, failing or out of reach for as long as the request could wait.</summary>
/// <remarks>Whether the last try was carried out is not known.</remarks>
public sealed class StorageUnavailableException(Exception cause)
    : Exception("The tables could not be reached in the time left.", cause);
