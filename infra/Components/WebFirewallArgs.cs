using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class WebFirewallArgs : ResourceArgs
{
    /// <summary>The stage that the firewall stands before.</summary>
    public required Input<string> StageArn { get; init; }
}
