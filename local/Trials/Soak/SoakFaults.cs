namespace WorkoutLog.Local.Soak;

/// <summary>Faults of every kind, each at the same rate.</summary>
internal static class SoakFaults
{
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(200);

    // Longer than a function's timeout for one call: it gives up and retries.
    private static readonly TimeSpan _stall = TimeSpan.FromSeconds(4);

    private const double StallShare = 0.02;
    private const int ParameterRounds = 10;

    private static readonly ImmutableArray<FaultKind?> _parameterFaults =
        [FaultKind.Down, FaultKind.Down, FaultKind.Throttle, FaultKind.Latency, null, FaultKind.ResetAfterCommit, FaultKind.InternalError, FaultKind.ResetBefore];

    /// <param name="rate">0 for no faults.</param>
    public static FaultSpec Of(double rate, int seed) => new(seed, rate > 0 ? [.. Rules(rate)] : []);

    private static IEnumerable<FaultRule> Rules(double rate)
    {
        // A function calls SSM at start and then every few minutes: too rarely for a rate.
        yield return new FaultRule.Script(new ActionPattern("ssm:*"), null, [.. Enumerable.Repeat(_parameterFaults, ParameterRounds).SelectMany(round => round)]) { Latency = _stall };
        var putEvents = new ActionPattern("events:PutEvents");
        foreach (var kind in new[] { FaultKind.Throttle, FaultKind.InternalError, FaultKind.ResetBefore, FaultKind.ResetAfterCommit })
        {
            yield return new FaultRule.Random(putEvents, null, kind, rate);
        }

        var dynamoDb = new ActionPattern("dynamodb:*");
        // Delays come first: a delayed call may also fail.
        yield return new FaultRule.Random(dynamoDb, null, FaultKind.Latency, rate) { Latency = _latency };
        yield return new FaultRule.Random(dynamoDb, null, FaultKind.Latency, rate * StallShare) { Latency = _stall };
        ImmutableArray<FaultKind> breaking =
            [FaultKind.Throttle, FaultKind.InternalError, FaultKind.ResetBefore, FaultKind.ResetAfterCommit, FaultKind.TransactionConflict, FaultKind.TransactionInProgress];
        foreach (var kind in breaking)
        {
            yield return new FaultRule.Random(dynamoDb, null, kind, rate);
        }
    }
}
