using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Infra.Monitoring.Logs;

namespace WorkoutLog.Infra.Components;

/// <summary>The queries of <see cref="LogQueries"/>, saved in CloudWatch Logs Insights. They cost nothing until somebody runs one.</summary>
public sealed class SavedQueries : ComponentResource
{
    public SavedQueries(string name, SavedQueriesArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:SavedQueries", name, args, options)
    {
        foreach (var query in LogQueries.All)
        {
            _ = new QueryDefinition($"{name}-{query.Name}", new QueryDefinitionArgs
            {
                // Saved queries of all stacks and projects of the account stand in one list; people look for theirs by name.
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
