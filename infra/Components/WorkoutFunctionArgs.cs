using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

public sealed class WorkoutFunctionArgs : ResourceArgs
{
    public required FunctionSettings Settings { get; init; }

    public required string Description { get; init; }

    /// <summary>Where the function logs. It must exist first: a function that finds no group would make one that keeps its events for ever.</summary>
    public required LogGroup LogGroup { get; init; }

    public required InputMap<string> Environment { get; init; }
}
