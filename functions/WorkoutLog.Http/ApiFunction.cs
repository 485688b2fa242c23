using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Http.Answers;
using WorkoutLog.Http.Routing;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Http;

/// <summary>The boundary of a function: routes a call, and makes an answer of whatever comes back or is thrown.</summary>
public sealed class ApiFunction<THandlers>(IReadOnlyList<Route<THandlers>> routes, THandlers handlers, Log log, TimeProvider time)
{
    private readonly Router<THandlers> _router = new(routes);

    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent, ILambdaContext context)
    {
        var start = time.GetTimestamp();
        var request = new ApiRequest(proxyEvent, context, time);
        APIGatewayProxyResponse answer;
        try
        {
            answer = await _router.DispatchAsync(handlers, request);
        }
        catch (Exception exception)
        {
            log.RequestFailed(request, exception);
            answer = FailureAnswers.Of(exception, request);
        }

        log.RequestHandled(request, answer.StatusCode, time.GetElapsedTime(start));
        return answer;
    }
}
