using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;

namespace WorkoutLog.Http;

/// <summary>One route of a function.</summary>
/// <typeparam name="THandlers">The type with the function's handlers.</typeparam>
/// <param name="Method">Upper case.</param>
/// <param name="Resource">The template as API Gateway declares it: <c>/stats/{userId}</c>.</param>
/// <param name="Handle">Handles the request.</param>
public sealed record Route<THandlers>(string Method, string Resource, Func<THandlers, ApiRequest, Task<APIGatewayProxyResponse>> Handle);

internal sealed class Router<THandlers>(IReadOnlyList<Route<THandlers>> routes)
{
    public Task<APIGatewayProxyResponse> DispatchAsync(THandlers handlers, ApiRequest request)
    {
        // Handled as GET; ApiFunction removes the body.
        var method = request.Method == ApiMethods.Head ? ApiMethods.Get : request.Method;
        Route<THandlers>[] ofResource = [.. routes.Where(route => route.Resource == request.Resource)];
        return Array.Find(ofResource, route => route.Method == method) is { } found
            ? found.Handle(handlers, request)
            : Task.FromResult(ofResource.Length == 0 ? NotFound(request) : MethodNotAllowed(request, ofResource));
    }

    private static APIGatewayProxyResponse NotFound(ApiRequest request) =>
        Responses.Of(Problems.Of(ProblemKind.RouteNotFound, request, ProblemKind.NoSuchPath));

    private static APIGatewayProxyResponse MethodNotAllowed(ApiRequest request, Route<THandlers>[] ofResource)
    {
        var allowed = string.Join(", ", ofResource.SelectMany(route => ApiMethods.HandledBy(route.Method)).Order(StringComparer.Ordinal));
        APIGatewayProxyResponse answer = Responses.Of(Problems.Of(ProblemKind.MethodNotAllowed, request, ProblemKind.PathAllows(allowed)));
        answer.Headers[HeaderNames.Allow] = allowed;
        return answer;
    }
}
