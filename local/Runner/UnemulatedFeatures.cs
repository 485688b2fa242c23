using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Lambda;

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
        (ResourceTypes.Function, "architectures", "functions run on this machine's architecture"),
        (ResourceTypes.Function, "layers", "no layer is unpacked, so functions trust no authority of one"),
        (ResourceTypes.Function, "tracingConfig", "a trace id is passed on, nothing is sent to X-Ray"),
        (ResourceTypes.Function, "kmsKeyArn", "environment variables are not encrypted"),
        (ResourceTypes.Role, "assumeRolePolicy", "a function acts in its role without being asked whom the role trusts"),
        (ResourceTypes.ServiceLevelObjective, "goal", "burn rates are computed, attainment over the whole interval is not"),
        (ResourceTypes.Stage, "accessLogSettings", "no access log is written"),
        (ResourceTypes.MethodSettings, "settings", "requests are throttled and counted, but the gateway writes no log of its own"),
    ];

    private static readonly ImmutableArray<(string Extension, string Effect)> _extensions =
    [
        ("x-amazon-apigateway-binary-media-types", "bodies are taken as text"),
    ];

    public static ImmutableArray<string> Find(ResourceGraph graph, JsonObject document) =>
    [
        .. _inputs.Where(feature => graph.OfType(feature.Type).Any(resource => resource.Inputs[feature.Input] is not null))
            .Select(feature => $"{feature.Type} {feature.Input}: {feature.Effect}"),
        .. _extensions.Where(feature => document.ContainsKey(feature.Extension))
            .Select(feature => $"{feature.Extension}: {feature.Effect}"),
        .. RolesWithoutFunction(graph),
        .. MemoryMeter.IsSupported ? [] : new[] { $"{ResourceTypes.Function} memorySize: told to the function, not enforced on this system" },
    ];

    // A function gets the keys of its role whoever the role trusts; other roles are those of services that a run does not have.
    private static IEnumerable<string> RolesWithoutFunction(ResourceGraph graph)
    {
        var acting = graph.OfType(ResourceTypes.Function).Select(function => function.Inputs.Text("role")).ToHashSet();
        return graph.OfType(ResourceTypes.Role).Where(role => !acting.Contains(role.Outputs.Text("arn")))
            .Select(role => $"{ResourceTypes.Role} {role.Name}: nothing here acts in this role");
    }
}
