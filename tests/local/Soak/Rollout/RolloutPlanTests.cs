using System.Collections.Immutable;
using WorkoutLog.Local.Soak.Rollout;

namespace WorkoutLog.Local.Tests.Soak.Rollout;

public sealed class RolloutPlanTests
{
    [Fact]
    public void Publishes_tries_promotes_and_rolls_back_in_turn()
    {
        var plan = new RolloutPlan();

        Assert.Equal(
            [
                "Publish: memory 302",
                "Canary: memory 303, stable 2, 10 %",
                "Promote: memory 303",
                "RollBack: memory 303, stable 2",
                "Publish: memory 304",
                "Canary: memory 305, stable 4, 10 %",
            ],
            Enumerable.Range(0, 6).Select(_ => Describe(plan.Next())));
    }

    private static string Describe((RolloutStage Stage, ImmutableArray<KeyValuePair<string, string>> Settings) step)
    {
        var settings = step.Settings.ToDictionary(StringComparer.Ordinal);
        var stable = settings.TryGetValue("processWorkoutStableVersion", out var version) ? $", stable {version}" : "";
        var percent = settings.TryGetValue("processWorkoutCanaryPercent", out var share) ? $", {share} %" : "";
        Assert.Equal(version, settings.GetValueOrDefault("queryWorkoutsStableVersion"));
        Assert.Equal(share, settings.GetValueOrDefault("queryWorkoutsCanaryPercent"));
        return $"{step.Stage}: memory {settings["processWorkoutMemoryMiB"]}{stable}{percent}";
    }
}
