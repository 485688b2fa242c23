namespace WorkoutLog.Local.Graph.Types;

internal sealed class MethodSettingsType() : AwsResourceType(
    Token, new Emulation.Supported(("settings", "requests are throttled and counted, but the gateway writes no execution log")),
    new Replacement("methodPath", "region", "restApi", "stageName"), new Charge.ByUsage(Metrics))
{
    public const string Token = "aws:apigateway/methodSettings:MethodSettings";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("restApi")}-{resource.Text("stageName")}-{resource.Text("methodPath")}")];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
    [
        $"{inputs.Word("settings", "throttlingRateLimit")} requests/s, burst {inputs.Word("settings", "throttlingBurstLimit")}",
        $"log {inputs.Word("settings", "loggingLevel")}", inputs.Flag("settings", "dataTraceEnabled") ? "data trace ON" : "data trace off",
    ];

    // What API Gateway emits for each method that is called: Count, Latency, IntegrationLatency, 4XXError and 5XXError.
    private const int MetricsPerMethod = 5;

    private static IEnumerable<Usage> Metrics(GraphResource settings, ResourceGraph graph, Workload load) => settings.Inputs.Flag("settings", "metricsEnabled")
        ? Demand.RoutesOf(graph.OfType(RestApiType.Token).Single(api => api.Outputs.Text("id") == settings.Inputs.Text("restApi")))
            .Select(route => Chances.ActiveShareOfHours(Demand.Of(graph).CallsPerDay(route, load)))
            .Select(hours => new Usage(Token, "metrics of each method", "metric", MetricsPerMethod * hours))
        : [];
}
