using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class CustomerKeyArgs : ResourceArgs
{
    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Without <c>alias/</c>.</summary>
    public required string Alias { get; init; }

    /// <summary>The names of the log groups that the key may encrypt begin with this path and a slash.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Pulumi neither deletes nor replaces the key.</summary>
    public required bool DeletionProtection { get; init; }
}
