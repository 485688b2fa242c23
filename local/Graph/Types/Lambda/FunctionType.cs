namespace WorkoutLog.Local.Graph.Types;

internal sealed class FunctionType() : AwsResourceType(
    Token,
    new Emulation.Supported(
        ("architectures", "functions run on this machine's architecture"),
        ("layers", "layers are not unpacked, so their certificate authorities are not trusted"),
        ("tracingConfig", "a trace id is passed on, nothing is sent to X-Ray"),
        ("kmsKeyArn", "environment variables are not encrypted")),
    new Replacement("name", "packageType", "region", "tenancyConfig") { NamedBy = "name" },
    new Charge.ByUsage(Invocations))
{
    public const string Token = "aws:lambda/function:Function";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        .. Addresses(resource, resource.Name),
        ("version", Version(resource)),
        ("qualifiedArn", resource.Arn("lambda", $"function:{resource.Name}:{Version(resource)}")),
    ];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
    [
        inputs.Word("runtime"),
        $"{inputs.Word("memorySize")} MiB",
        $"{inputs.Word("timeout")} s",
        $"concurrency {(inputs.Word("reservedConcurrentExecutions") is "-1" or "" ? "of the account" : inputs.Word("reservedConcurrentExecutions"))}",
        .. When(inputs.Word("tracingConfig", "mode") == "Active", "X-Ray"),
        .. When(inputs["kmsKeyArn"] is not null, "customer key"),
        $"sha256 {inputs["code"]?["archive"]?["sha256"]?.ToString()[..12]}",
    ];

    private const double MebibytesPerGigabyte = 1_024;

    /// <summary>Lambda's default if the program sets none.</summary>
    private const int DefaultMemoryMiB = 128;

    public static int MemoryMiB(GraphResource function) => function.Inputs.Integer("memorySize") ?? DefaultMemoryMiB;

    public static string Architecture(GraphResource function) => function.Inputs.Texts("architectures").FirstOrDefault() ?? "x86_64";

    /// <summary>Billed GB-seconds of some requests.</summary>
    public static double GigabyteSeconds(double requests, double milliseconds, int memoryMiB) => requests * milliseconds / 1_000 * memoryMiB / MebibytesPerGigabyte;

    /// <summary>The id and ARNs of a function, a version or an alias.</summary>
    public static IEnumerable<(string Name, object Value)> Addresses(Registration resource, string path)
    {
        var arn = resource.Arn("lambda", $"function:{path}");
        return
        [
            ("id", resource.Name),
            ("arn", arn),
            ("invokeArn", $"arn:aws:apigateway:{resource.Region}:lambda:path/2015-03-31/functions/{arn}/invocations"),
        ];
    }

    private static string Version(Registration resource) => resource.Versions.Of(resource.Name, resource.Inputs);

    // Requests, GB-seconds and emitted metrics.
    private static IEnumerable<Usage> Invocations(GraphResource function, ResourceGraph graph, Workload load)
    {
        var demand = Demand.Of(graph);
        var share = demand.ShareOf(function, load);
        var architecture = Architecture(function);
        yield return new(Token, "requests", "lambdaRequest", share.RequestsPerMonth);
        yield return new(
            Token, $"compute, {architecture}", $"lambdaCompute-{architecture}",
            GigabyteSeconds(share.RequestsPerMonth, share.BilledMilliseconds, MemoryMiB(function)));
        foreach (var metric in demand.MetricsOf(function, load))
        {
            yield return new(
                Token, metric.Type.Length > 0 ? "metrics by workout type" : "metrics of the stack", "metric", Chances.ActiveShareOfHours(metric.EventsPerDay));
        }
    }
}
