using Pulumi;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

public sealed class ApiDomainArgs : ResourceArgs
{
    public required CustomDomain Domain { get; init; }

    public required Input<string> RestApiId { get; init; }

    /// <summary>The stage that the domain's root leads to; an output of the stage, so that the mapping comes after it.</summary>
    public required Input<string> StageName { get; init; }
}
