using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Components;

/// <summary>Saved queries of CloudWatch Logs Insights, billed only when run.</summary>
public sealed class SavedQueries : ComponentResource
{
    public SavedQueries(string name, SavedQueriesArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:SavedQueries", name, args, options)
    {
        foreach (var query in args.Queries)
        {
            _ = new QueryDefinition($"{name}-{query.Name}", new QueryDefinitionArgs
            {
                // The account has one list of saved queries for all stacks and projects.
                Name = $"{args.Folder}/{query.Name}",
                LogGroupNames = Output.All(GroupsOf(query.Sources, args)),
                QueryString = query.Text,
            }, new CustomResourceOptions { Parent = this });
        }

        RegisterOutputs();
    }

    private static ImmutableArray<Output<string>> GroupsOf(LogSources sources, SavedQueriesArgs args) =>
    [
        .. sources.HasFlag(LogSources.Access) ? [args.AccessLogGroup] : ImmutableArray<Output<string>>.Empty,
        .. sources.HasFlag(LogSources.Functions) ? args.FunctionLogGroups : [],
    ];
}

public sealed class SavedQueriesArgs : ResourceArgs
{
    /// <summary>Folder of the queries in the console, such as <c>workout-log-prod</c>.</summary>
    public required string Folder { get; init; }

    public required ImmutableArray<LogQuery> Queries { get; init; }

    public required Output<string> AccessLogGroup { get; init; }

    public required ImmutableArray<Output<string>> FunctionLogGroups { get; init; }
}
