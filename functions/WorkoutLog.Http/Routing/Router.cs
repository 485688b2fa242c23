using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http.Answers;

namespace WorkoutLog.Http.Routing;

internal sealed class Router<THandlers>(IReadOnlyList<Route<THandlers>> routes)
{
    public Task<APIGatewayProxyResponse> DispatchAsync(THandlers handlers, ApiRequest request)
    {
        Route<THandlers>[] ofResource = [.. routes.Where(route => route.Resource == request.Resource)];
        Route<THandlers>? route = Array.Find(ofResource, route => route.Method == request.Method);
        if (route is not null)
        {
            return route.Handle(handlers, request);
        }

        return Task.FromResult(ofResource.Length == 0 ? NotFound(request) : MethodNotAllowed(request, ofResource));
    }

    private static APIGatewayProxyResponse NotFound(ApiRequest request) =>
        ProblemAnswers.Of(ProblemKind.RouteNotFound, request, "There is nothing at this path.");

    private static APIGatewayProxyResponse MethodNotAllowed(ApiRequest request, Route<THandlers>[] ofResource)
    {
        var allowed = string.Join(", ", ofResource.Select(route => route.Method).Order(StringComparer.Ordinal));
        APIGatewayProxyResponse answer = ProblemAnswers.Of(ProblemKind.MethodNotAllowed, request, $"This path answers {allowed}.");
        answer.Headers[HeaderNames.Allow] = allowed;
        return answer;
    }
}
