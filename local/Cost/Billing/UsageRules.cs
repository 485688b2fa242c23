using System.Collections.Frozen;
using System.Collections.Immutable;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>
/// What a resource of each type uses. A type that stands neither here nor in <see cref="FreeTypes"/> stops the bill:
/// nothing costs nothing by omission.
/// </summary>
internal static class UsageRules
{
    private static readonly FrozenDictionary<string, Func<GraphResource, ResourceGraph, Workload, IEnumerable<Usage>>> _rules =
        new Dictionary<string, Func<GraphResource, ResourceGraph, Workload, IEnumerable<Usage>>>(StringComparer.Ordinal)
        {
            [ResourceTypes.Function] = FunctionUsage.Of,
            [ResourceTypes.RestApi] = ApiUsage.OfApi,
            [ResourceTypes.Stage] = ApiUsage.OfStage,
            [ResourceTypes.MethodSettings] = ApiUsage.OfMethodSettings,
            [ResourceTypes.Table] = TableUsage.Of,
            ["aws-native:applicationsignals:ServiceLevelObjective"] = WatchUsage.OfObjective,
            ["aws:appautoscaling/policy:Policy"] = WatchUsage.OfScaling,
            ["aws:backup/plan:Plan"] = BackupUsage.Of,
            ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = WatchUsage.OfComposite,
            ["aws:cloudwatch/dashboard:Dashboard"] = WatchUsage.OfDashboard,
            ["aws:cloudwatch/logGroup:LogGroup"] = LogUsage.Of,
            ["aws:cloudwatch/metricAlarm:MetricAlarm"] = WatchUsage.OfAlarm,
            ["aws:kms/key:Key"] = KeyUsage.Of,
            ["aws:sns/topic:Topic"] = WatchUsage.OfTopic,
            ["aws:sns/topicSubscription:TopicSubscription"] = WatchUsage.OfSubscription,
            ["aws:wafv2/webAcl:WebAcl"] = FirewallUsage.Of,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> PricedTypes => _rules.Keys;

    /// <exception cref="UserErrorException">The graph has something of which the price is not known; all of it is named.</exception>
    public static ImmutableArray<Usage> Of(ResourceGraph graph, Workload load)
    {
        var resources = graph.Resources.Where(resource => !resource.Component && !IsPulumis(resource.Type)).ToArray();
        var unknown = resources
            .Select(resource => resource.Type)
            .Where(type => !_rules.ContainsKey(type) && !FreeTypes.All.ContainsKey(type))
            .Distinct()
            .ToArray();
        return unknown.Length == 0
            ? [.. resources.Where(resource => _rules.ContainsKey(resource.Type)).SelectMany(resource => _rules[resource.Type](resource, graph, load))]
            : throw new UserErrorException(
                $"What {string.Join(", ", unknown)} costs is not known. "
                + $"Give it a rule in local/Cost/Billing/{nameof(UsageRules)}.cs, or a reason in {nameof(FreeTypes)}.cs.");
    }

    private static bool IsPulumis(string type) => type.StartsWith("pulumi:", StringComparison.Ordinal);
}
