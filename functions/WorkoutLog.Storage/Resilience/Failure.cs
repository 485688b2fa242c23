namespace WorkoutLog.Storage.Resilience;

/// <summary>What a failed call means for the next try.</summary>
internal enum Failure
{
    /// <summary>The same call would fail again.</summary>
    Permanent,

    /// <summary>Another transaction held one of the items.</summary>
    Conflict,

    /// <summary>Throttled, an error of the service, or no connection.</summary>
    Unavailable,
}
