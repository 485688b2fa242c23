using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class ObservabilityArgs : ResourceArgs
{
    /// <summary>The functions that log, by name.</summary>
    public required ImmutableArray<string> Functions { get; init; }

    public required int FunctionLogRetentionDays { get; init; }
}
