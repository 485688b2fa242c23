namespace WorkoutLog.Local.Graph.Types;

internal sealed class StageType() : AwsResourceType(
    Token, new Emulation.Supported(("accessLogSettings", "no access log is written")), new Replacement("region", "restApi", "stageName"),
    new Charge.ByUsage(Traces))
{
    public const string Token = "aws:apigateway/stage:Stage";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", $"ags-{resource.Text("restApi")}-{resource.Text("stageName")}"),
        ("arn", $"arn:aws:apigateway:{resource.Region}::/restapis/{resource.Text("restApi")}/stages/{resource.Text("stageName")}"),
        ("executionArn", resource.Arn("execute-api", $"{resource.Text("restApi")}/{resource.Text("stageName")}")),
        ("invokeUrl", $"https://{resource.Text("restApi")}.execute-api.{resource.Region}.amazonaws.com/{resource.Text("stageName")}"),
    ];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [inputs.Word("stageName"), .. When(inputs.Flag("xrayTracingEnabled"), "X-Ray"), .. When(inputs["accessLogSettings"] is not null, "access log")];

    /// <exception cref="UserErrorException">The stage has a cache, whose price is unknown.</exception>
    private static IEnumerable<Usage> Traces(GraphResource stage, ResourceGraph graph, Workload load)
    {
        if (stage.Inputs.Flag("cacheClusterEnabled"))
        {
            throw new UserErrorException($"The price of the cache of the stage '{stage.Name}' is unknown. Fix: add it to {nameof(StageType)}.cs and prices.json.");
        }

        // The stage's sampling decision applies to the whole request.
        return stage.Inputs.Flag("xrayTracingEnabled")
            ? [new(Token, "traces", "trace", Chances.SampledTracesPerMonth(load.RequestsPerDay))]
            : [];
    }
}
