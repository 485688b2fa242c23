namespace WorkoutLog.Storage.Resilience;

/// <summary>Why DynamoDB did not carry a transaction out: the weightiest of the reasons that it gave for the items.</summary>
internal enum CancellationCause
{
    /// <summary>A reason that no further try changes: an item that is not valid, or one that is not known here.</summary>
    Invalid,

    /// <summary>Not enough capacity for one of the items.</summary>
    Throttled,

    /// <summary>Another transaction held one of the items.</summary>
    Conflict,

    /// <summary>Nothing but conditions that did not hold.</summary>
    Condition,
}
