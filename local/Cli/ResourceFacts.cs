using System.Collections.Frozen;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Cli;

/// <summary>What a reviewer wants to see of a resource at a glance.</summary>
internal static class ResourceFacts
{
    private static readonly FrozenDictionary<string, Func<JsonObject, IEnumerable<string>>> _facts =
        new Dictionary<string, Func<JsonObject, IEnumerable<string>>>(StringComparer.Ordinal)
        {
            ["aws-native:applicationsignals:ServiceLevelObjective"] = inputs => [inputs.Word("description")],
            ["aws:apigateway/domainName:DomainName"] = inputs => [inputs.Word("domainName"), inputs.Word("securityPolicy")],
            ["aws:apigateway/methodSettings:MethodSettings"] = inputs =>
            [
                $"{inputs.Word("settings", "throttlingRateLimit")} requests/s, burst {inputs.Word("settings", "throttlingBurstLimit")}",
                $"log {inputs.Word("settings", "loggingLevel")}",
                inputs.Word("settings", "dataTraceEnabled") == "true" ? "data trace ON" : "data trace off",
            ],
            ["aws:apigateway/restApi:RestApi"] = inputs => inputs["policy"] is null ? ["no resource policy"] : PolicyFacts.Of(inputs.Word("policy")),
            ["aws:apigateway/stage:Stage"] = inputs =>
                [inputs.Word("stageName"), .. When(inputs.Word("xrayTracingEnabled") == "true", "X-Ray"), .. When(inputs["accessLogSettings"] is not null, "access log")],
            ["aws:appautoscaling/target:Target"] = inputs =>
                [inputs.Word("resourceId"), inputs.Word("scalableDimension").Split(':')[^1], $"{inputs.Word("minCapacity")}–{inputs.Word("maxCapacity")}"],
            ["aws:appautoscaling/policy:Policy"] = inputs => [$"{inputs.Word("targetTrackingScalingPolicyConfiguration", "targetValue")} % in use"],
            ["aws:backup/plan:Plan"] = inputs =>
                inputs["rules"]!.AsArray().Select(rule => $"{rule!["ruleName"]} {rule["schedule"]}, kept {rule["lifecycle"]?["deleteAfter"]} days"),
            ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = inputs => [inputs.Word("alarmDescription")],
            ["aws:cloudwatch/logGroup:LogGroup"] = inputs =>
                [inputs.Word("name"), $"{inputs.Word("retentionInDays")} days", .. When(inputs["kmsKeyId"] is not null, "customer key")],
            ["aws:cloudwatch/metricAlarm:MetricAlarm"] = inputs => [inputs.Word("alarmDescription")],
            ["aws:dynamodb/table:Table"] = TableFacts,
            ["aws:iam/role:Role"] = inputs => PolicyFacts.Of(inputs.Word("assumeRolePolicy")),
            ["aws:iam/rolePolicy:RolePolicy"] = inputs => PolicyFacts.Of(inputs.Word("policy")),
            ["aws:kms/alias:Alias"] = inputs => [inputs.Word("name")],
            ["aws:kms/key:Key"] = inputs => [.. When(inputs.Word("enableKeyRotation") == "true", "rotated"), .. PolicyFacts.Of(inputs.Word("policy"))],
            ["aws:lambda/alias:Alias"] = inputs => [$"→ version {inputs.Word("functionVersion")}", .. Weights(inputs)],
            ["aws:lambda/function:Function"] = FunctionFacts,
            ["aws:lambda/permission:Permission"] = inputs => [inputs.Word("principal"), PolicyFacts.WithoutAccount(inputs.Word("sourceArn"))],
            ["aws:sns/topicPolicy:TopicPolicy"] = inputs => PolicyFacts.Of(inputs.Word("policy")),
            ["aws:sns/topicSubscription:TopicSubscription"] = inputs => [inputs.Word("endpoint")],
            ["aws:ssm/parameter:Parameter"] = inputs => [$"{inputs.Word("name")} = {inputs.Word("value")}"],
            ["aws:wafv2/webAcl:WebAcl"] = inputs => inputs["rules"]!.AsArray().Select(rule => rule!["name"]!.ToString()),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Of(GraphResource resource) =>
    [
        .. _facts.TryGetValue(resource.Type, out var facts) ? facts(resource.Inputs) : [],
        .. When(resource.Options.Protect, "protected"),
        .. When(resource.Options.RetainOnDelete, "retained"),
    ];

    private static IEnumerable<string> TableFacts(JsonObject inputs) =>
    [
        inputs.Word("billingMode"),
        .. When(inputs["readCapacity"] is not null, $"{inputs.Word("readCapacity")} RCU, {inputs.Word("writeCapacity")} WCU"),
        inputs.Word("pointInTimeRecovery", "enabled") == "true" ? "point-in-time recovery" : "NO point-in-time recovery",
        .. When(inputs["serverSideEncryption"] is not null, "customer key"),
        .. When(inputs.Word("deletionProtectionEnabled") == "true", "deletion protection"),
        .. When(inputs.Word("streamEnabled") == "true", "stream"),
    ];

    private static IEnumerable<string> FunctionFacts(JsonObject inputs) =>
    [
        inputs.Word("runtime"),
        $"{inputs.Word("memorySize")} MiB",
        $"{inputs.Word("timeout")} s",
        $"concurrency {(inputs.Word("reservedConcurrentExecutions") is "-1" or "" ? "of the account" : inputs.Word("reservedConcurrentExecutions"))}",
        .. When(inputs.Word("tracingConfig", "mode") == "Active", "X-Ray"),
        .. When(inputs["kmsKeyArn"] is not null, "customer key"),
        $"sha256 {inputs["code"]?["archive"]?["sha256"]?.ToString()[..12]}",
    ];

    private static IEnumerable<string> Weights(JsonObject inputs) =>
        inputs["routingConfig"]?["additionalVersionWeights"] is JsonObject weights
            ? weights.Select(weight => $"{weight.Value} to version {weight.Key}")
            : [];

    private static string[] When(bool condition, string fact) => condition ? [fact] : [];

    private static string Word(this JsonObject inputs, params string[] path) =>
        path.Aggregate((JsonNode?)inputs, (node, name) => node?[name])?.ToString() ?? "";
}
