namespace WorkoutLog.Infra.Settings;

/// <summary>Everything that may differ from stack to stack, read and checked before any resource is registered.</summary>
public sealed record StackSettings
{
    public required TableCapacity Capacity { get; init; }

    public required FunctionSettings Functions { get; init; }

    public required WorkoutLimits Workouts { get; init; }
}
