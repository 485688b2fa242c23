using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>Keys and care of a <see cref="WorkoutTable"/>. All key attributes are strings.</summary>
public sealed class WorkoutTableArgs : ResourceArgs
{
    public required string PartitionKey { get; init; }

    public required string SortKey { get; init; }

    public ImmutableArray<WorkoutTableIndex> Indexes { get; init; } = [];

    /// <summary>The attribute that holds the second, counted from 1970, after which DynamoDB may delete the item.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public required TableSettings Settings { get; init; }

    /// <summary>Null for a key that AWS owns.</summary>
    public required CustomerKey? Key { get; init; }
}

/// <summary>A global secondary index with all attributes projected.</summary>
public sealed record WorkoutTableIndex(string Name, string PartitionKey, string SortKey);
