using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WorkoutLog.Local.Graph;

/// <summary>What AWS answers when a resource of a type is made: the inputs, and what only AWS knows.</summary>
public static class AwsOutputs
{
    private delegate IEnumerable<(string Key, object Value)> Answer(Registration resource);

    private static readonly FrozenDictionary<string, Answer> _answers = new Dictionary<string, Answer>(StringComparer.Ordinal)
    {
        ["aws:apigateway/deployment:Deployment"] = resource => [("id", resource.ShortId)],
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
        ["aws:cloudwatch/logGroup:LogGroup"] = resource => [("id", resource.Name), ("arn", resource.Arn("logs", $"log-group:{resource.Name}"))],
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = resource => [("id", resource.Name), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Name}"))],
        ["aws:dynamodb/table:Table"] = resource => [("id", resource.Name), ("arn", resource.Arn("dynamodb", $"table/{resource.Name}"))],
        ["aws:iam/role:Role"] = resource => [("id", resource.Name), ("arn", AwsNames.GlobalArn("iam", $"role/{resource.Name}"))],
        ["aws:iam/rolePolicy:RolePolicy"] = resource => [("id", $"{resource.Text("role")}:{resource.Name}")],
        ["aws:lambda/alias:Alias"] = resource => [.. Lambda(resource, $"{resource.Text("functionName")}:{resource.Name}")],
        ["aws:lambda/function:Function"] = resource =>
        [
            .. Lambda(resource, resource.Name),
            ("version", "1"),
            ("qualifiedArn", resource.Arn("lambda", $"function:{resource.Name}:1")),
        ],
        ["aws:lambda/permission:Permission"] = resource => [("id", resource.Name)],
        ["aws:ssm/parameter:Parameter"] = resource => [("id", resource.Name), ("arn", resource.Arn("ssm", $"parameter{resource.Name}")), ("version", 1)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The resource's outputs; null when the type is not known, as an answer made up for it could be wrong.</returns>
    public static ImmutableDictionary<string, object>? Of(string type, string logicalName, ImmutableDictionary<string, object> inputs, AwsNames names)
    {
        if (!_answers.TryGetValue(type, out var answer))
        {
            return null;
        }

        var name = inputs.GetValueOrDefault("name") as string ?? names.AutoName(type, logicalName);
        var outputs = inputs.SetItem("name", name).ToBuilder();
        foreach (var (key, value) in answer(new Registration(type, logicalName, name, inputs, names)))
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

    private sealed record Registration(string Type, string LogicalName, string Name, ImmutableDictionary<string, object> Inputs, AwsNames Names)
    {
        public string Region => Names.Region;

        public string ShortId => Names.ShortId(Type, LogicalName);

        public string Arn(string service, string resource) => Names.Arn(service, resource);

        public string Text(string input) => (string)Inputs[input];
    }
}
