using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>The REST API: requests, what leaves AWS, traces, and the metrics of each method.</summary>
internal static class ApiUsage
{
    private const double BytesPerGigabyte = 1L << 30;

    // What API Gateway emits for each method that is called: Count, Latency, IntegrationLatency, 4XXError and 5XXError.
    private const int MetricsPerMethod = 5;

    public static IEnumerable<Usage> OfApi(GraphResource api, ResourceGraph graph, Workload load)
    {
        var bytes = (load.RequestsPerMonth * Assumptions.HeaderBytes)
            + (load.LogsPerMonth * Assumptions.WriteAnswerBytes)
            + (load.ReadsPerMonth * Assumptions.ReadAnswerBytes);
        yield return new(api.Type, "requests", "apiRequest", load.RequestsPerMonth);
        yield return new(api.Type, "answers to the internet", "transferOut", bytes / BytesPerGigabyte);
    }

    /// <exception cref="UserErrorException">The stage has a cache, of which the price is not known.</exception>
    public static IEnumerable<Usage> OfStage(GraphResource stage, ResourceGraph graph, Workload load)
    {
        if (stage.Inputs.Flag("cacheClusterEnabled"))
        {
            throw new UserErrorException($"What the cache of the stage '{stage.Name}' costs is not known. Give it a price in local/Cost/Billing/{nameof(ApiUsage)}.cs.");
        }

        // The stage decides for the whole request; the functions go by its decision.
        if (stage.Inputs.Flag("xrayTracingEnabled"))
        {
            yield return new(stage.Type, "traces", "trace", Chances.SampledTracesPerMonth(load.RequestsPerDay));
        }
    }

    public static IEnumerable<Usage> OfMethodSettings(GraphResource settings, ResourceGraph graph, Workload load)
    {
        if ((settings.Inputs["settings"] as JsonObject)?.Flag("metricsEnabled") == true)
        {
            foreach (var calls in CallsPerDay(graph, settings.Inputs.Text("restApi")!, load))
            {
                yield return new(settings.Type, "metrics of each method", "metric", MetricsPerMethod * Chances.ActiveShareOfHours(calls));
            }
        }
    }

    private static IEnumerable<double> CallsPerDay(ResourceGraph graph, string restApi, Workload load)
    {
        var body = graph.OfType(ResourceTypes.RestApi).Single(api => api.Outputs.Text("id") == restApi).Inputs.Text("body")!;
        return OpenApiOperations(JsonNode.Parse(body)!.AsObject()).Select(operation => operation switch
        {
            "post /workouts" => load.LogsPerDay,
            "get /stats/{userId}" => load.ReadsPerDay * Assumptions.StatsShareOfReads,
            "get /workouts/{userId}" => load.ReadsPerDay * (1 - Assumptions.StatsShareOfReads),
            _ => load.LogsPerDay * Assumptions.OtherRouteCallsPerLog,
        });
    }

    // Those that reach a function; what the gateway answers itself is called by mistake only.
    private static IEnumerable<string> OpenApiOperations(JsonObject body) =>
        from path in body["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject declared && declared["x-amazon-apigateway-integration"]?["type"]?.GetValue<string>() == "aws_proxy"
        select $"{operation.Key} {path.Key}";
}
