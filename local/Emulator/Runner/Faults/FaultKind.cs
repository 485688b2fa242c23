namespace WorkoutLog.Local.Runner.Faults;

/// <summary>What can go wrong with a call of a function to AWS.</summary>
public enum FaultKind
{
    /// <summary>The service takes no more calls for now; a transaction is cancelled because of it.</summary>
    Throttle,

    /// <summary>The service fails, with status 500.</summary>
    InternalError,

    /// <summary>The call reaches the service late.</summary>
    Latency,

    /// <summary>The connection breaks before the call reaches the service.</summary>
    ResetBefore,

    /// <summary>The service carries the call out; then the connection breaks, and the answer is lost.</summary>
    ResetAfterCommit,

    /// <summary>Another transaction holds one of the items.</summary>
    TransactionConflict,

    /// <summary>An earlier try under the same token is not done yet.</summary>
    TransactionInProgress,

    /// <summary>The service is out of reach: no call ever gets through.</summary>
    Down,
}
