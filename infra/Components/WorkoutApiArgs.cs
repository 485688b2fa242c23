using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Components;

public sealed class WorkoutApiArgs : ResourceArgs
{
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>The functions that the routes name.</summary>
    public required ImmutableDictionary<string, WorkoutFunction> Functions { get; init; }
}
