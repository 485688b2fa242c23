namespace WorkoutLog.Local.Runner.Faults;

/// <summary>A rule at work, with its own chance: other rules and their calls don't change what it does.</summary>
internal sealed class ActiveRule(FaultRule rule, int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _step;

    public TimeSpan Latency => rule.Latency;

    /// <param name="action">Service and operation.</param>
    /// <param name="function">Name of the function's resource.</param>
    public bool Fits(string action, string function) => rule.Action.Matches(action) && (rule.Function is null || rule.Function == function);

    /// <summary>What the next call meets; null for nothing.</summary>
    public FaultKind? Next()
    {
        lock (_lock)
        {
            return rule switch
            {
                FaultRule.Random random => _random.NextDouble() < random.Rate ? random.Kind : null,
                FaultRule.Script script when _step < script.Steps.Length => script.Steps[_step++],
                _ => null,
            };
        }
    }

    /// <summary>Which of several items a fault is told of.</summary>
    public int Pick(int count)
    {
        lock (_lock)
        {
            return _random.Next(count);
        }
    }
}
