using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>Which calls meet a fault.</summary>
/// <param name="Function">Name of the function's resource whose calls these are; null for every function.</param>
public abstract record FaultRule(ActionPattern Action, string? Function)
{
    /// <summary>How late a call is that meets <see cref="FaultKind.Latency"/>.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Every call meets the fault with the same probability.</summary>
    /// <param name="Rate">Above 0 up to 1.</param>
    public sealed record Random(ActionPattern Action, string? Function, FaultKind Kind, double Rate) : FaultRule(Action, Function);

    /// <summary>The first call meets the first step, and so on; nothing happens to those after the last step.</summary>
    /// <param name="Steps">Null leaves a call alone.</param>
    public sealed record Script(ActionPattern Action, string? Function, ImmutableArray<FaultKind?> Steps) : FaultRule(Action, Function);
}
