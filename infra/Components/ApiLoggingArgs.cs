using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class ApiLoggingArgs : ResourceArgs
{
    public required Input<string> RestApiId { get; init; }

    public required string StageName { get; init; }

    public required int RetentionDays { get; init; }

    /// <summary>Sets the role with which API Gateway logs in this account and region.</summary>
    public required bool ManageAccountLogging { get; init; }

    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The log groups of the stack stand under it; without a trailing slash.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for a key that AWS owns.</summary>
    public required CustomerKey? Key { get; init; }
}
