using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Keys;
using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.WebConsole.Runbooks;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>Reads what of a run stays as it is until the next deployment.</summary>
internal static class StackReader
{
    private const string FaultExample = """{"faults":[{"action":"dynamodb:*","kind":"internalError","rate":1}]}""";

    public static StackView Read(ConsoleSource source, LocalCloudWatch cloudWatch, RunbookLibrary runbooks) => new(
        source.Deployment,
        source.Graph.Project,
        source.Graph.Stack,
        source.Description.Region,
        source.Url,
        cloudWatch.MetricMinute.TotalSeconds,
        [.. Notes(source, cloudWatch)],
        new DashboardReader(runbooks, cloudWatch.Alarms).Read(cloudWatch.Dashboard),
        FaultExample,
        [.. source.Graph.Resources.Select(Resource)]);

    private static ResourceView Resource(GraphResource resource) =>
        new(resource.Urn, resource.Parent, resource.Name, resource.Type, resource.Component, string.Join(" · ", AwsResourceTypes.Facts(resource)));

    private static IEnumerable<string> Notes(ConsoleSource source, LocalCloudWatch cloudWatch)
    {
        if (cloudWatch.Dashboard is null)
        {
            yield return $"This stack has no dashboard. {Setting(source.Graph, WatchKeys.Dashboard.Key, "true")} gives it one.";
        }

        // The functions are told, because they emit the metrics of workout types themselves.
        if (source.Description.Functions.Any(function => function.Variables.GetValueOrDefault(FunctionEnvironment.Monitoring) == "BASIC"))
        {
            yield return "Monitoring is basic: metrics of single routes and workout types, and alarms on causes, are left out. "
                + $"{Setting(source.Graph, WatchKeys.Monitoring.Key, "detailed")} brings them.";
        }
    }

    private static string Setting(ResourceGraph graph, string key, string value) => $"“{graph.Project}:{key}: {value}” in Pulumi.{graph.Stack}.yaml";
}
