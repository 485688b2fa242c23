using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>The metrics of <c>AWS/ApiGateway</c>: of the API, of its stage, and of each method where the stage's settings switch that on.</summary>
internal sealed class ApiMetrics
{
    private const string Namespace = "AWS/ApiGateway";
    private const string AllMethods = "*/*";
    private const string Count = "Count";
    private const string ClientErrors = "4XXError";
    private const string ServerErrors = "5XXError";
    private const string Latency = "Latency";
    private const string IntegrationLatency = "IntegrationLatency";

    private readonly ImmutableArray<ImmutableArray<(string, string)>> _ofAll;
    private readonly ImmutableDictionary<(string Method, string Path), ImmutableArray<(string, string)>> _ofRoutes;

    /// <param name="routes">The API's own.</param>
    public ApiMetrics(ResourceGraph graph, string stage, IEnumerable<ApiRoute> routes)
    {
        var api = ("ApiName", graph.OfType(RestApiType.Token)[0].Outputs.Text("name") ?? "");
        var ofStage = ("Stage", stage);
        _ofAll = [[api], [api, ofStage]];
        ImmutableArray<string> detailed =
        [
            .. graph.OfType(MethodSettingsType.Token)
                .Where(settings => settings.Inputs["settings"]?["metricsEnabled"]?.GetValue<bool>() == true)
                .Select(settings => settings.Inputs.Text("methodPath")!),
        ];
        _ofRoutes = routes
            .Where(route => route.Integration is ApiIntegration.Proxy)
            .Where(route => detailed.Any(path => path == AllMethods || path.Trim('/') == $"{route.Path.Trim('/')}/{route.Method}"))
            .ToImmutableDictionary(
                route => (route.Method, route.Path),
                route => ImmutableArray.Create<(string, string)>(api, ofStage, ("Method", route.Method), ("Resource", route.Path)));
    }

    public IEnumerable<MetricId> All =>
        from dimensions in _ofAll.Concat(_ofRoutes.Values)
        from name in (string[])[Count, ClientErrors, ServerErrors, Latency, IntegrationLatency]
        select new MetricId(Namespace, name, [.. dimensions]);

    public void Add(ApiRequestEnded request, MetricWriter writer)
    {
        var time = request.Time + request.Duration;
        foreach (var dimensions in DimensionsOf(request))
        {
            void Write(string name, double value) => writer.Add(new MetricId(Namespace, name, [.. dimensions]), time, value);
            Write(Count, 1);
            // A request without an error counts as 0, so that the average is the rate.
            Write(ClientErrors, request.Status is >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError ? 1 : 0);
            Write(ServerErrors, request.Status >= StatusCodes.Status500InternalServerError ? 1 : 0);
            Write(Latency, request.Duration.TotalMilliseconds);
            if (request.IntegrationDuration is { } integration)
            {
                Write(IntegrationLatency, integration.TotalMilliseconds);
            }
        }
    }

    private ImmutableArray<ImmutableArray<(string, string)>> DimensionsOf(ApiRequestEnded request)
    {
        if (request.Route is { } route
            && (_ofRoutes.TryGetValue((request.Method, route), out var dimensions) || _ofRoutes.TryGetValue((ApiRoute.AnyMethod, route), out dimensions)))
        {
            return _ofAll.Add(dimensions);
        }

        return _ofAll;
    }
}
