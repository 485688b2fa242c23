using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class MethodSettingsType() : AwsResourceType(Token)
{
    public const string Token = "aws:apigateway/methodSettings:MethodSettings";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("restApi")}-{resource.Text("stageName")}-{resource.Text("methodPath")}")];

    public override Emulation Emulation { get; } = new Emulation.Supported(("settings", "requests are throttled and counted, but the gateway writes no log of its own"));

    public override Replacement Replacement { get; } = new("methodPath", "region", "restApi", "stageName");

    public override Charge Charge { get; } = new Charge.ByUsage(Metrics);

    public override IEnumerable<string> Facts(JsonObject inputs) =>
    [
        $"{inputs.Word("settings", "throttlingRateLimit")} requests/s, burst {inputs.Word("settings", "throttlingBurstLimit")}",
        $"log {inputs.Word("settings", "loggingLevel")}",
        inputs.Word("settings", "dataTraceEnabled") == "true" ? "data trace ON" : "data trace off",
    ];

    // What API Gateway emits for each method that is called: Count, Latency, IntegrationLatency, 4XXError and 5XXError.
    private const int MetricsPerMethod = 5;

    private static IEnumerable<Usage> Metrics(GraphResource settings, ResourceGraph graph, Workload load) =>
        (settings.Inputs["settings"] as JsonObject)?.Flag("metricsEnabled") == true
            ? CallsPerDay(graph, settings.Inputs.Text("restApi")!, load)
                .Select(calls => new Usage(Token, "metrics of each method", "metric", MetricsPerMethod * Chances.ActiveShareOfHours(calls)))
            : [];

    private static IEnumerable<double> CallsPerDay(ResourceGraph graph, string restApi, Workload load)
    {
        var body = graph.OfType(RestApiType.Token).Single(api => api.Outputs.Text("id") == restApi).Inputs.Text("body")!;
        return Operations(JsonNode.Parse(body)!.AsObject()).Select(operation => operation switch
        {
            "post /workouts" => load.LogsPerDay,
            "get /stats/{userId}" => load.ReadsPerDay * Assumptions.StatsShareOfReads,
            "get /workouts/{userId}" => load.ReadsPerDay * (1 - Assumptions.StatsShareOfReads),
            _ => load.LogsPerDay * Assumptions.OtherRouteCallsPerLog,
        });
    }

    // Those that reach a function; what the gateway answers itself is called by mistake only.
    private static IEnumerable<string> Operations(JsonObject body) =>
        from path in body["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject declared && declared["x-amazon-apigateway-integration"]?["type"]?.GetValue<string>() == "aws_proxy"
        select $"{operation.Key} {path.Key}";
}
