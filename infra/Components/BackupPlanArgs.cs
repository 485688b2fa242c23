using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class BackupPlanArgs : ResourceArgs
{
    public required ImmutableArray<WorkoutTable> Tables { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The key of the tables, which the vault then takes too; null for keys of AWS.</summary>
    public required CustomerKey? Key { get; init; }
}
