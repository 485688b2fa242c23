using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Contracts;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Http;

/// <summary>The boundary of a function: routes a request and turns results and exceptions into responses.</summary>
/// <param name="serviceRoles">The role sessions that may act for every user.</param>
/// <param name="rules">Null in a function that reads none.</param>
public sealed class ApiFunction<THandlers>(
    IReadOnlyList<Route<THandlers>> routes,
    THandlers handlers,
    Log log,
    MetricsWriter metrics,
    TimeProvider time,
    IReadOnlyList<string> serviceRoles,
    RuntimeRules? rules = null)
{
    private readonly Router<THandlers> _router = new(routes);

    /// <summary>The origins whose pages may read responses.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        // Not awaited: the new values are for later requests.
        _ = rules?.RefreshAsync();
        var request = new ApiRequest(proxyEvent, context, time, serviceRoles, rules?.Current);
        APIGatewayProxyResponse answer;
        try
        {
            answer = await _router.DispatchAsync(handlers, request);
        }
        catch (Exception exception)
        {
            log.RequestFailed(request, exception);
            answer = Responses.Of(Problems.Of(exception, request));
        }

        if (request.Method == ApiMethods.Head)
        {
            answer.Body = null;
        }

        AddCrossOrigin(answer, request);
        metrics.Write(request.Metrics, request.Scope);
        log.RequestHandled(request, answer.StatusCode, time.GetElapsedTime(start));
        return answer;
    }

    // Caches must distinguish origins, even if this one is not allowed.
    private void AddCrossOrigin(APIGatewayProxyResponse answer, ApiRequest request)
    {
        if (AllowedOrigins.Count == 0)
        {
            return;
        }

        answer.Headers[HeaderNames.Vary] = HeaderNames.Origin;
        if (request.Header(HeaderNames.Origin) is { } origin && AllowedOrigins.Contains(origin))
        {
            answer.Headers[CrossOrigin.AllowOrigin] = origin;
            answer.Headers[CrossOrigin.ExposeHeaders] = CrossOrigin.ExposedHeaders;
        }
    }
}
