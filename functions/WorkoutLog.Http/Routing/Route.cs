using Amazon.Lambda.APIGatewayEvents;

namespace WorkoutLog.Http.Routing;

/// <summary>One operation of a function.</summary>
/// <typeparam name="THandlers">What the function's handlers are picked from.</typeparam>
/// <param name="Method">Upper case.</param>
/// <param name="Resource">The template as API Gateway declares it: <c>/stats/{userId}</c>.</param>
/// <param name="Handle">Answers the request.</param>
public sealed record Route<THandlers>(string Method, string Resource, Func<THandlers, ApiRequest, Task<APIGatewayProxyResponse>> Handle);
