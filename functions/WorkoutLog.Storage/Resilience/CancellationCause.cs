namespace WorkoutLog.Storage.Resilience;

/// <summary>Why DynamoDB did not carry a transaction out: the weightiest of the reasons that it gave for the items.</summary>
internal enum CancellationCause
{
    /// <summary>A reason that is not known here, or none at all.</summary>
    Unknown,

    /// <summary>DynamoDB does not take one of the items as it is, however often it is sent.</summary>
    Rejected,

    /// <summary>Not enough capacity for one of the items.</summary>
    Throttled,

    /// <summary>Another transaction held one of the items.</summary>
    Conflict,

    /// <summary>Nothing but conditions that did not hold.</summary>
    Condition,
}
