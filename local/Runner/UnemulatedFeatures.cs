using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner;

/// <summary>Names the declared features of emulated resources that have no effect in a local run.</summary>
public static class UnemulatedFeatures
{
    private static readonly ImmutableArray<(string Type, string Input, string Effect)> _inputs =
    [
        (ResourceTypes.Table, "deletionProtectionEnabled", "tables live in memory and end with the run"),
        (ResourceTypes.Table, "pointInTimeRecovery", "tables live in memory and end with the run"),
        (ResourceTypes.Table, "serverSideEncryption", "tables are not encrypted"),
        (ResourceTypes.Table, "readCapacity", "DynamoDB Local never throttles"),
        (ResourceTypes.Function, "memorySize", "told to the function, not enforced"),
        (ResourceTypes.Function, "architectures", "functions run on this machine's architecture"),
        (ResourceTypes.Function, "tracingConfig", "a trace id is passed on, nothing is sent to X-Ray"),
        (ResourceTypes.Function, "kmsKeyArn", "environment variables are not encrypted"),
        (ResourceTypes.RestApi, "policy", "the resource policy of the API is not evaluated"),
        (ResourceTypes.Stage, "accessLogSettings", "no access log is written"),
    ];

    private static readonly ImmutableArray<(string Extension, string Effect)> _extensions =
    [
        ("x-amazon-apigateway-policy", "the resource policy of the API is not evaluated"),
        ("x-amazon-apigateway-request-validators", "requests reach the function unvalidated"),
        ("x-amazon-apigateway-binary-media-types", "bodies are taken as text"),
    ];

    public static ImmutableArray<string> Find(ResourceGraph graph, JsonObject document) =>
    [
        .. _inputs.Where(feature => graph.OfType(feature.Type).Any(resource => resource.Inputs[feature.Input] is not null))
            .Select(feature => $"{feature.Type} {feature.Input}: {feature.Effect}"),
        .. _extensions.Where(feature => document.ContainsKey(feature.Extension))
            .Select(feature => $"{feature.Extension}: {feature.Effect}"),
        "identity policies: LOCALSERVICE and LOCALATHLETE may invoke every route, LOCALSTRANGER none",
    ];
}
