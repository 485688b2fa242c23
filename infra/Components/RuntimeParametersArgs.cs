using Pulumi;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

public sealed class RuntimeParametersArgs : ResourceArgs
{
    /// <summary>Where the parameters stand, without a trailing slash.</summary>
    public required string Path { get; init; }

    public required WorkoutLimits Workouts { get; init; }
}
