using System.Collections.Frozen;
using System.Collections.Immutable;
using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Graph;

/// <summary>What AWS answers when a resource of a type is made: the inputs, and what only AWS knows.</summary>
public static class AwsOutputs
{
    private delegate IEnumerable<(string Key, object Value)> Answer(Registration resource);

    private static readonly FrozenDictionary<string, Answer> _answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
    {
        ["aws-native:applicationsignals:ServiceLevelObjective"] = resource =>
        [
            ("id", resource.Arn("application-signals", $"slo/{resource.Name}")),
            ("arn", resource.Arn("application-signals", $"slo/{resource.Name}")),
            ("evaluationType", resource.Inputs.ContainsKey("requestBasedSli") ? "RequestBased" : "PeriodBased"),
        ],
        ["aws:apigateway/account:Account"] = resource => [("id", "api-gateway-account")],
        ["aws:apigateway/basePathMapping:BasePathMapping"] = resource => [("id", $"{resource.Text("domainName")}/")],
        ["aws:apigateway/deployment:Deployment"] = resource => [("id", resource.ShortId)],
        ["aws:apigateway/domainName:DomainName"] = resource =>
        [
            ("id", resource.Text("domainName")),
            ("arn", $"arn:aws:apigateway:{resource.Region}::/domainnames/{resource.Text("domainName")}"),
            ("regionalDomainName", $"d-{resource.ShortId}.execute-api.{resource.Region}.amazonaws.com"),
            ("regionalZoneId", "Z1UJRXOUMOOFQ8"),
        ],
        ["aws:apigateway/methodSettings:MethodSettings"] = resource =>
            [("id", $"{resource.Text("restApi")}-{resource.Text("stageName")}-{resource.Text("methodPath")}")],
        ["aws:apigateway/restApi:RestApi"] = resource =>
        [
            ("id", resource.ShortId),
            ("arn", $"arn:aws:apigateway:{resource.Region}::/restapis/{resource.ShortId}"),
            ("executionArn", resource.Arn("execute-api", resource.ShortId)),
            ("rootResourceId", resource.ShortId),
        ],
        ["aws:apigateway/stage:Stage"] = resource =>
        [
            ("id", $"ags-{resource.Text("restApi")}-{resource.Text("stageName")}"),
            ("arn", $"arn:aws:apigateway:{resource.Region}::/restapis/{resource.Text("restApi")}/stages/{resource.Text("stageName")}"),
            ("executionArn", resource.Arn("execute-api", $"{resource.Text("restApi")}/{resource.Text("stageName")}")),
            ("invokeUrl", $"https://{resource.Text("restApi")}.execute-api.{resource.Region}.amazonaws.com/{resource.Text("stageName")}"),
        ],
        ["aws:appautoscaling/policy:Policy"] = resource => [("id", resource.Name), ("arn", resource.Arn("autoscaling", $"scalingPolicy:{resource.ShortId}"))],
        ["aws:appautoscaling/target:Target"] = resource => [("id", resource.Text("resourceId"))],
        ["aws:backup/plan:Plan"] = resource =>
            [("id", resource.ShortId), ("arn", resource.Arn("backup", $"backup-plan:{resource.ShortId}")), ("version", resource.ShortId)],
        ["aws:backup/selection:Selection"] = resource => [("id", resource.ShortId)],
        ["aws:backup/vault:Vault"] = resource => [("id", resource.Name), ("arn", resource.Arn("backup", $"backup-vault:{resource.Name}"))],
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = resource =>
            [("id", resource.Text("alarmName")), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Text("alarmName")}"))],
        ["aws:cloudwatch/dashboard:Dashboard"] = resource =>
        [
            ("id", resource.Text("dashboardName")),
            ("dashboardArn", AwsNames.GlobalArn("cloudwatch", $"dashboard/{resource.Text("dashboardName")}")),
        ],
        ["aws:cloudwatch/logGroup:LogGroup"] = resource => [("id", resource.Name), ("arn", resource.Arn("logs", $"log-group:{resource.Name}"))],
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = resource => [("id", resource.Name), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Name}"))],
        ["aws:cloudwatch/queryDefinition:QueryDefinition"] = resource =>
            [("id", resource.Uuid), ("queryDefinitionId", resource.Uuid), ("arn", resource.Arn("logs", $"query-definition:{resource.Uuid}"))],
        ["aws:dynamodb/table:Table"] = resource =>
        [
            ("id", resource.Name),
            ("arn", resource.Arn("dynamodb", $"table/{resource.Name}")),
            // A stream is numbered by the moment at which it was turned on.
            ("streamArn", resource.Arn("dynamodb", $"table/{resource.Name}/stream/2026-01-01T00:00:00.000")),
            ("streamLabel", "2026-01-01T00:00:00.000"),
        ],
        ["aws:iam/role:Role"] = resource => [("id", resource.Name), ("arn", AwsNames.GlobalArn("iam", $"role/{resource.Name}"))],
        ["aws:iam/rolePolicy:RolePolicy"] = resource => [("id", $"{resource.Text("role")}:{resource.Name}")],
        ["aws:kms/alias:Alias"] = resource => [("id", resource.Name), ("arn", resource.Arn("kms", resource.Name))],
        ["aws:kms/key:Key"] = resource =>
            [("id", resource.Uuid), ("keyId", resource.Uuid), ("arn", resource.Arn("kms", $"key/{resource.Uuid}"))],
        ["aws:lambda/alias:Alias"] = resource => [.. Lambda(resource, $"{resource.Text("functionName")}:{resource.Name}")],
        ["aws:lambda/function:Function"] = resource =>
        [
            .. Lambda(resource, resource.Name),
            ("version", resource.Version),
            ("qualifiedArn", resource.Arn("lambda", $"function:{resource.Name}:{resource.Version}")),
        ],
        ["aws:lambda/permission:Permission"] = resource => [("id", resource.Name)],
        ["aws:sns/topic:Topic"] = resource => [("id", resource.Arn("sns", resource.Name)), ("arn", resource.Arn("sns", resource.Name))],
        ["aws:sns/topicPolicy:TopicPolicy"] = resource => [("id", resource.Text("arn")), ("owner", AwsNames.Account)],
        ["aws:sns/topicSubscription:TopicSubscription"] = resource =>
            [("id", $"{resource.Text("topic")}:{resource.Uuid}"), ("arn", $"{resource.Text("topic")}:{resource.Uuid}")],
        ["aws:ssm/parameter:Parameter"] = resource => [("id", resource.Name), ("arn", resource.Arn("ssm", $"parameter{resource.Name}")), ("version", 1)],
        ["aws:wafv2/webAcl:WebAcl"] = resource =>
            [("id", resource.Uuid), ("arn", resource.Arn("wafv2", $"regional/webacl/{resource.Name}/{resource.Uuid}"))],
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = resource => [("id", $"{resource.Text("webAclArn")},{resource.Text("resourceArn")}")],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The resource's outputs; null when the type is not known, as an answer made up for it could be wrong.</returns>
    public static ImmutableDictionary<string, object>? Of(
        string type, string logicalName, ImmutableDictionary<string, object> inputs, AwsNames names, VersionNumbers versions)
    {
        if (!_answers.TryGetValue(type, out var answer))
        {
            return null;
        }

        var name = inputs.GetValueOrDefault("name") as string ?? names.AutoName(type, logicalName);
        var outputs = inputs.SetItem("name", name).ToBuilder();
        foreach (var (key, value) in answer(new Registration(type, logicalName, name, inputs, names, versions)))
        {
            outputs[key] = value;
        }

        return outputs.ToImmutable();
    }

    private static (string, object)[] Lambda(Registration resource, string path)
    {
        var arn = resource.Arn("lambda", $"function:{path}");
        return
        [
            ("id", resource.Name),
            ("arn", arn),
            ("invokeArn", $"arn:aws:apigateway:{resource.Region}:lambda:path/2015-03-31/functions/{arn}/invocations"),
        ];
    }

    private sealed record Registration(
        string Type, string LogicalName, string Name, ImmutableDictionary<string, object> Inputs, AwsNames Names, VersionNumbers Versions)
    {
        /// <summary>Of a function.</summary>
        public string Version => Versions.Of(Name, Inputs);

        public string Region => Names.Region;

        public string ShortId => Names.ShortId(Type, LogicalName);

        public string Uuid => Names.Uuid(Type, LogicalName);

        public string Arn(string service, string resource) => Names.Arn(service, resource);

        public string Text(string input) => (string)Inputs[input];
    }
}
