using System.Collections.Immutable;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Settings;

/// <summary>Everything that may differ from stack to stack, read and checked before any resource is registered.</summary>
public sealed record StackSettings
{
    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The stack serves users.</summary>
    public required bool Production { get; init; }

    public required Encryption Encryption { get; init; }

    public required TableSettings Tables { get; init; }

    /// <summary>How the functions are packaged, and for which instruction set.</summary>
    public required FunctionBuild FunctionBuild { get; init; }

    /// <summary>ARN of a layer with certificate authorities that the functions trust besides those of AWS; null without.</summary>
    public required string? CertificateLayer { get; init; }

    public required FunctionSettings ProcessWorkout { get; init; }

    public required FunctionSettings QueryWorkouts { get; init; }

    public required ApiSettings Api { get; init; }

    public required ObservabilitySettings Observability { get; init; }

    public required WorkoutLimits Workouts { get; init; }

    /// <summary>What a plan of this stack lets pass. Nothing that is registered depends on it.</summary>
    public required ImmutableArray<Waiver> Waivers { get; init; }

    /// <summary>Who pays; a tag on every resource.</summary>
    public required string CostCentre { get; init; }

    /// <summary>Further tags on every resource.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
}
