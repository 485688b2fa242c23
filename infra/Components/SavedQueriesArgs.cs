using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra.Components;

public sealed class SavedQueriesArgs : ResourceArgs
{
    /// <summary>The folder that the queries of the stack have in the console, such as <c>workout-log-prod</c>.</summary>
    public required string Folder { get; init; }

    public required Output<string> AccessLogGroup { get; init; }

    public required ImmutableArray<Output<string>> FunctionLogGroups { get; init; }
}
