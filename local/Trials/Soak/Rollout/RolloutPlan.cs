using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>The sequence of deployments: a new version, the next one as a canary, its promotion, and its rollback.</summary>
internal sealed class RolloutPlan
{
    public const int CanaryPercent = 10;

    private static readonly ImmutableArray<RolloutStage> _cycle = [RolloutStage.Publish, RolloutStage.Canary, RolloutStage.Promote, RolloutStage.RollBack];

    // Per function. Each published version gets its own memory size, which makes it a new version.
    private static readonly ImmutableArray<(PerFunctionKeys Keys, int LeastMemory)> _functions =
        [(FunctionKeys.ProcessWorkout, 300), (FunctionKeys.QueryWorkouts, 400)];

    private int _steps;
    private int _published = 1;
    private int _stable = 1;

    /// <summary>The next stage; each publishes both functions or neither, so that their version numbers match.</summary>
    public (RolloutStage Stage, ImmutableArray<KeyValuePair<string, string>> Settings) Next()
    {
        var stage = _cycle[_steps++ % _cycle.Length];
        if (stage is RolloutStage.Publish or RolloutStage.Canary)
        {
            _stable = _published++;
        }

        return (stage, [.. _functions.SelectMany(function => Settings(function.Keys, function.LeastMemory + _published, stage))]);
    }

    private IEnumerable<KeyValuePair<string, string>> Settings(PerFunctionKeys keys, int memoryMiB, RolloutStage stage)
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
    /// <summary>A new version serves all requests.</summary>
    Publish,

    /// <summary>A new version serves a share of the requests.</summary>
    Canary,

    /// <summary>The canary serves all requests.</summary>
    Promote,

    /// <summary>The previous version serves all requests again.</summary>
    RollBack,
}
