namespace WorkoutLog.Infra.Settings;

/// <summary>The words of the setting <c>capacity</c>; <see cref="TableCapacity"/> is what they become.</summary>
public enum CapacityMode
{
    OnDemand,
    Autoscaled,
}
