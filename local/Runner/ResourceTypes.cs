using System.Collections.Frozen;
using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner;

/// <summary>What the runner makes of each resource type. A type that stands in neither list stops it: it never passes over one in silence.</summary>
public static class ResourceTypes
{
    public const string Table = "aws:dynamodb/table:Table";
    public const string Parameter = "aws:ssm/parameter:Parameter";
    public const string Function = "aws:lambda/function:Function";
    public const string Alias = "aws:lambda/alias:Alias";
    public const string Permission = "aws:lambda/permission:Permission";
    public const string RestApi = "aws:apigateway/restApi:RestApi";
    public const string Deployment = "aws:apigateway/deployment:Deployment";
    public const string Stage = "aws:apigateway/stage:Stage";
    public const string MethodSettings = "aws:apigateway/methodSettings:MethodSettings";
    public const string Role = "aws:iam/role:Role";
    public const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string MetricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string CompositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    public const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    public const string ServiceLevelObjective = "aws-native:applicationsignals:ServiceLevelObjective";

    private static readonly FrozenSet<string> _emulated = new[]
    {
        Table, Parameter, Function, Alias, Permission, RestApi, Deployment, Stage, MethodSettings, Role, RolePolicy,
        MetricAlarm, CompositeAlarm, Dashboard, ServiceLevelObjective,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _notEmulated = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aws:apigateway/account:Account"] = "the gateway writes no log of its own",
        ["aws:apigateway/basePathMapping:BasePathMapping"] = "the API has this machine's address only",
        ["aws:apigateway/domainName:DomainName"] = "the API has this machine's address only",
        ["aws:appautoscaling/policy:Policy"] = "capacity stays as declared",
        ["aws:appautoscaling/target:Target"] = "capacity stays as declared",
        ["aws:backup/plan:Plan"] = "tables live in memory and end with the run",
        ["aws:backup/selection:Selection"] = "tables live in memory and end with the run",
        ["aws:backup/vault:Vault"] = "tables live in memory and end with the run",
        [LogGroup] = "logs go to standard error and are not kept",
        ["aws:cloudwatch/queryDefinition:QueryDefinition"] = "logs are not kept beyond the run, so there is nothing to query",
        ["aws:kms/alias:Alias"] = "nothing is encrypted",
        ["aws:kms/key:Key"] = "nothing is encrypted",
        ["aws:sns/topic:Topic"] = "alarms are told in the output of the run instead",
        ["aws:sns/topicPolicy:TopicPolicy"] = "alarms are told in the output of the run instead",
        ["aws:sns/topicSubscription:TopicSubscription"] = "alarms are told in the output of the run instead",
        ["aws:wafv2/webAcl:WebAcl"] = "no rule of the firewall is applied",
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "no rule of the firewall is applied",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>One line for each type that is declared but has no effect in a local run.</returns>
    /// <exception cref="UserErrorException">A resource has a type that the runner does not know.</exception>
    public static ImmutableArray<string> CheckAll(ResourceGraph graph)
    {
        var resources = graph.Resources.Where(resource => !resource.Component && !IsPulumis(resource.Type)).ToArray();
        var unknown = resources.FirstOrDefault(resource => !_emulated.Contains(resource.Type) && !_notEmulated.ContainsKey(resource.Type));
        if (unknown is not null)
        {
            throw new UserErrorException(
                $"Resource '{unknown.Name}' is of type {unknown.Type}, which a local run does not know. "
                + $"Emulate the type, or name it as not emulated, in local/Runner/{nameof(ResourceTypes)}.cs.");
        }

        return
        [
            .. resources.Where(resource => _notEmulated.ContainsKey(resource.Type))
                .GroupBy(resource => resource.Type, StringComparer.Ordinal)
                .OrderBy(type => type.Key, StringComparer.Ordinal)
                .Select(type => $"{type.Key} ({type.Count()}): {_notEmulated[type.Key]}"),
        ];
    }

    public static ImmutableArray<GraphResource> OfType(this ResourceGraph graph, string type) =>
        [.. graph.Resources.Where(resource => resource.Type == type)];

    private static bool IsPulumis(string type) => type.StartsWith("pulumi:", StringComparison.Ordinal);
}
