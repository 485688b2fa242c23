namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics of <c>AWS/ApiGateway</c> per API, per stage, and per method if the stage's settings enable them.</summary>
internal sealed class ApiMetrics
{
    private const string Namespace = "AWS/ApiGateway";
    private const string AllMethods = "*/*";

    private readonly ImmutableArray<(string, string)[]> _ofAll;
    private readonly ImmutableDictionary<(string Method, string Path), (string, string)[]> _ofRoutes;

    public ApiMetrics(ResourceGraph graph, string stage, IEnumerable<ApiRoute> routes)
    {
        var api = ("ApiName", graph.OfType(RestApiType.Token)[0].Outputs.Text("name") ?? "");
        var ofStage = ("Stage", stage);
        _ofAll = [[api], [api, ofStage]];
        string[] detailed =
        [
            .. graph.OfType(MethodSettingsType.Token)
                .Where(settings => settings.Inputs["settings"]?["metricsEnabled"]?.GetValue<bool>() == true)
                .Select(settings => settings.Inputs.Text("methodPath")!),
        ];
        _ofRoutes = routes
            .Where(route => route.Integration is ApiIntegration.Proxy)
            .Where(route => detailed.Any(path => path == AllMethods || path.Trim('/') == $"{route.Path.Trim('/')}/{route.Method}"))
            .ToImmutableDictionary(
                route => (route.Method, route.Path), route => new[] { api, ofStage, ("Method", route.Method), ("Resource", route.Path) });
    }

    public IEnumerable<MetricId> All =>
        from dimensions in _ofAll.Concat(_ofRoutes.Values)
        from name in (string[])["Count", "4XXError", "5XXError", "Latency", "IntegrationLatency"]
        select new MetricId(Namespace, name, dimensions);

    public IEnumerable<(MetricId Metric, double Value)> Of(ApiRequestEnded request)
    {
        (string Name, double? Value)[] measured =
        [
            ("Count", 1),
            // A request without an error emits 0, so that the average is the error rate.
            ("4XXError", request.Status is >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError ? 1 : 0),
            ("5XXError", request.Status >= StatusCodes.Status500InternalServerError ? 1 : 0),
            ("Latency", request.Duration.TotalMilliseconds),
            ("IntegrationLatency", request.IntegrationDuration?.TotalMilliseconds),
        ];
        var ofRoute = request.Route is { } route
            ? _ofRoutes.GetValueOrDefault((request.Method, route)) ?? _ofRoutes.GetValueOrDefault((ApiRoute.AnyMethod, route))
            : null;
        return from dimensions in ofRoute is null ? _ofAll : _ofAll.Add(ofRoute)
               from metric in measured
               where metric.Value is not null
               select (new MetricId(Namespace, metric.Name, dimensions), metric.Value!.Value);
    }
}
