using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Api.Mocks;
using WorkoutLog.Local.Runner.Api.Responses;
using WorkoutLog.Local.Runner.Api.Throttling;
using WorkoutLog.Local.Runner.Api.Validation;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Serves the declared API: authenticates, authorises, throttles, validates, invokes, answers, each as API Gateway does.</summary>
/// <param name="functions">ARN that an integration calls to its function.</param>
/// <param name="source">The address that calls count as made from; null for the one that they come from.</param>
/// <param name="say">Receives the reason of an error that the answer itself keeps quiet about.</param>
internal sealed class ApiFront(
    ApiDescription api,
    RouteTable routes,
    InvokePermissions permissions,
    ImmutableDictionary<string, LambdaFunction> functions,
    ApiAuthorizer authorizer,
    IPAddress? source,
    TokenBucket throttle,
    TimeProvider clock,
    Action<string> say)
{
    private const int MaxBodyBytes = 10 * 1024 * 1024;

    private readonly GatewayResponses _errors = GatewayResponses.Read(api.Document);
    private readonly RequestValidators _validators = RequestValidators.Read(api.Document);

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        var traceId = TraceId();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        context.Response.Headers["x-amz-apigw-id"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));
        context.Response.Headers["X-Amzn-Trace-Id"] = traceId;
        try
        {
            await AnswerAsync(context, requestId, traceId);
        }
        catch (OperationCanceledException)
        {
            // The client went away or the runner stops: nobody is there to read an answer.
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, string requestId, string traceId)
    {
        var body = await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted);
        var request = SignedRequest.From(context, body);
        var call = new ApiCall(api, request, requestId, traceId, source ?? context.Connection.RemoteIpAddress ?? IPAddress.Loopback, clock.GetUtcNow());
        if (body is null)
        {
            await _errors.WriteAsync(ApiError.RequestTooLong, call, context.Response);
            return;
        }

        if (routes.Find(request.Method, UriPath.Normalize(request.RawPath)) is not { } match)
        {
            await _errors.WriteAsync(ApiError.UnknownRoute, call, context.Response);
            return;
        }

        var (caller, error) = authorizer.Authorize(call, match.Route);
        error ??= throttle.TryTake() ? _validators.Check(call, match) : ApiError.TooManyRequests;
        if (error is not null)
        {
            await _errors.WriteAsync(error, call, context.Response);
            return;
        }

        await (match.Route.Integration switch
        {
            ApiIntegration.Proxy integration => InvokeAsync(integration, new ProxyRequest(call, match, caller), context.Response),
            ApiIntegration.Mock mock => AnswerItselfAsync(mock, call, match, context.Response),
            var other => throw new InvalidOperationException($"{other.GetType()} is no known integration."),
        });
    }

    private Task AnswerItselfAsync(ApiIntegration.Mock mock, ApiCall call, RouteMatch match, HttpResponse response)
    {
        var (answer, error) = MockAnswer.Of(mock, call, match);
        return answer is null ? _errors.WriteAsync(error!, call, response) : answer.WriteAsync(response);
    }

    private async Task InvokeAsync(ApiIntegration.Proxy integration, ProxyRequest request, HttpResponse response)
    {
        var (method, path) = (request.Call.Http.Method, request.Match.Route.Path);
        var function = functions[integration.InvokedArn];
        if (!permissions.Allow(function.Declaration.FunctionName, integration.InvokedArn, api.MethodArn(method, path)))
        {
            say($"No aws:lambda/permission:Permission lets API Gateway invoke {integration.InvokedArn} for {method} {path}");
            await _errors.WriteAsync(ApiError.BadConfiguration, request.Call, response);
            return;
        }

        InvocationResult result;
        try
        {
            // Lambda goes on when API Gateway stops waiting.
            result = await function.InvokeAsync(request.ToUtf8Json(), integration.InvokedArn, request.Call.TraceId)
                .WaitAsync(integration.Timeout, clock);
        }
        catch (TimeoutException)
        {
            await _errors.WriteAsync(ApiError.TimedOut, request.Call, response);
            return;
        }

        await WriteAsync(result, function, request.Call, response);
    }

    private Task WriteAsync(InvocationResult result, LambdaFunction function, ApiCall call, HttpResponse response)
    {
        switch (result)
        {
            case InvocationResult.Answered answered when ProxyResponse.Parse(answered.Payload) is { } answer:
                return answer.WriteAsync(response);
            case InvocationResult.Answered:
                say($"{function.Declaration.Name} returned a malformed proxy response");
                return _errors.WriteAsync(ApiError.BadGateway, call, response);
            case InvocationResult.TimedOut:
                return _errors.WriteAsync(ApiError.TimedOut, call, response);
            case InvocationResult.Throttled:
                return _errors.WriteAsync(ApiError.TooManyRequests, call, response);
            default:
                return _errors.WriteAsync(ApiError.BadGateway, call, response);
        }
    }

    private string TraceId() =>
        $"Root=1-{clock.GetUtcNow().ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
}
