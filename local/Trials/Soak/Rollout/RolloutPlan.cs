using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>What is deployed one after the other: a new version, the next one as a canary, that one promoted, and rolled back.</summary>
internal sealed class RolloutPlan
{
    public const int CanaryPercent = 10;

    private static readonly ImmutableArray<RolloutStage> _cycle = [RolloutStage.Publish, RolloutStage.Canary, RolloutStage.Promote, RolloutStage.RollBack];

    // Of one function and the other. Each published version has its own, which makes it a new one.
    private static readonly ImmutableArray<(OneFunctionKeys Keys, int LeastMemory)> _functions =
        [(FunctionKeys.ProcessWorkout, 300), (FunctionKeys.QueryWorkouts, 400)];

    private int _steps;
    private int _published = 1;
    private int _stable = 1;

    /// <summary>The next stage; each publishes both functions or none, so that they have the same number.</summary>
    public (RolloutStage Stage, ImmutableArray<KeyValuePair<string, string>> Settings) Next()
    {
        var stage = _cycle[_steps++ % _cycle.Length];
        if (stage is RolloutStage.Publish or RolloutStage.Canary)
        {
            _stable = _published++;
        }

        return (stage, [.. _functions.SelectMany(function => Settings(function.Keys, function.LeastMemory + _published, stage))]);
    }

    private IEnumerable<KeyValuePair<string, string>> Settings(OneFunctionKeys keys, int memoryMiB, RolloutStage stage)
    {
        yield return KeyValuePair.Create(keys.MemoryMiB.Key, Text(memoryMiB));
        if (stage is RolloutStage.Canary or RolloutStage.RollBack)
        {
            yield return KeyValuePair.Create(keys.StableVersion.Key, Text(_stable));
        }

        if (stage is RolloutStage.Canary)
        {
            yield return KeyValuePair.Create(keys.CanaryPercent.Key, Text(CanaryPercent));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal enum RolloutStage
{
    /// <summary>A new version takes all requests.</summary>
    Publish,

    /// <summary>A new version takes a share of the requests.</summary>
    Canary,

    /// <summary>The canary takes all requests.</summary>
    Promote,

    /// <summary>The version before takes all requests again.</summary>
    RollBack,
}
