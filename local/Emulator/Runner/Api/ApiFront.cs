using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Api.Mocks;
using WorkoutLog.Local.Runner.Api.Responses;
using WorkoutLog.Local.Runner.Api.Throttling;
using WorkoutLog.Local.Runner.Api.Validation;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Runner.Lambda.Versions;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Serves the declared API: authenticates, authorises, throttles, validates, invokes, answers, each as API Gateway does.</summary>
/// <param name="deployment">That the front belongs to; counts from 1.</param>
/// <param name="functions">ARN that an integration calls to the door of its function.</param>
/// <param name="source">The address that calls count as made from; null for the one that they come from.</param>
/// <param name="say">Receives the reason of an error that the answer itself keeps quiet about.</param>
internal sealed class ApiFront(
    int deployment,
    ApiDescription api,
    RouteTable routes,
    InvokePermissions permissions,
    ImmutableDictionary<string, FunctionEntry> functions,
    ApiAuthorizer authorizer,
    IPAddress? source,
    TokenBucketRateLimiter throttle,
    TimeProvider clock,
    Action<string> say,
    RunEvents events)
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
        var progress = new RequestProgress(clock, deployment);
        try
        {
            await AnswerAsync(context, requestId, traceId, progress);
            if (events.IsObserved)
            {
                events.Publish(progress.End(context, requestId, traceId));
            }
        }
        catch (OperationCanceledException)
        {
            // The client went away or the runner stops: nobody is there to read an answer.
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, string requestId, string traceId, RequestProgress progress)
    {
        var body = await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted);
        var request = SignedRequest.From(context, body);
        var call = new ApiCall(api, request, requestId, traceId, source ?? context.Connection.RemoteIpAddress ?? IPAddress.Loopback, clock.GetUtcNow());
        if (body is null)
        {
            await RefuseAsync(ApiError.RequestTooLong, call, progress, context.Response);
            return;
        }

        if (routes.Find(request.Method, request.NormalizedPath) is not { } match)
        {
            await RefuseAsync(ApiError.UnknownRoute, call, progress, context.Response);
            return;
        }

        progress.Route = match.Route;
        var (caller, error) = authorizer.Authorize(call, match.Route);
        progress.Caller = caller;
        error ??= throttle.TryTake() ? _validators.Check(call, match) : ApiError.TooManyRequests;
        if (error is not null)
        {
            await RefuseAsync(error, call, progress, context.Response);
            return;
        }

        await (match.Route.Integration switch
        {
            ApiIntegration.Proxy integration => InvokeAsync(integration, new ProxyRequest(call, match, caller), progress, context.Response),
            ApiIntegration.Mock mock => AnswerItselfAsync(mock, call, match, progress, context.Response),
            var other => throw new InvalidOperationException($"{other.GetType()} is no known integration."),
        });
    }

    private Task AnswerItselfAsync(ApiIntegration.Mock mock, ApiCall call, RouteMatch match, RequestProgress progress, HttpResponse response)
    {
        var (answer, error) = MockAnswer.Of(mock, call, match);
        return answer is null ? RefuseAsync(error!, call, progress, response) : answer.WriteAsync(response);
    }

    private async Task InvokeAsync(ApiIntegration.Proxy integration, ProxyRequest request, RequestProgress progress, HttpResponse response)
    {
        var (method, path) = (request.Call.Http.Method, request.Match.Route.Path);
        var function = functions[integration.InvokedArn];
        if (!permissions.Allow(function.Function.FunctionName, integration.InvokedArn, api.MethodArn(method, path)))
        {
            say($"No aws:lambda/permission:Permission lets API Gateway invoke {integration.InvokedArn} for {method} {path}");
            await RefuseAsync(ApiError.BadConfiguration, request.Call, progress, response);
            return;
        }

        InvocationResult result;
        progress.Invoke(function.Function.Name);
        try
        {
            // Lambda goes on when API Gateway stops waiting.
            result = await function.InvokeAsync(request.ToUtf8Json(), integration.InvokedArn, request.Call.TraceId)
                .WaitAsync(integration.Timeout, clock);
        }
        catch (TimeoutException)
        {
            await RefuseAsync(ApiError.TimedOut, request.Call, progress, response);
            return;
        }
        finally
        {
            progress.Invoked();
        }

        await WriteAsync(result, function, request.Call, progress, response);
    }

    private Task WriteAsync(InvocationResult result, FunctionEntry function, ApiCall call, RequestProgress progress, HttpResponse response)
    {
        switch (result)
        {
            case InvocationResult.Answered answered when ProxyResponse.Parse(answered.Payload) is { } answer:
                return answer.WriteAsync(response);
            case InvocationResult.Answered:
                say($"{function.Function.Name} returned a malformed proxy response");
                return RefuseAsync(ApiError.BadGateway, call, progress, response);
            case InvocationResult.TimedOut:
                return RefuseAsync(ApiError.TimedOut, call, progress, response);
            case InvocationResult.Throttled:
                return RefuseAsync(ApiError.TooManyRequests, call, progress, response);
            default:
                return RefuseAsync(ApiError.BadGateway, call, progress, response);
        }
    }

    private Task RefuseAsync(ApiError error, ApiCall call, RequestProgress progress, HttpResponse response)
    {
        progress.Error = error;
        return _errors.WriteAsync(error, call, response);
    }

    private string TraceId() =>
        $"Root=1-{clock.GetUtcNow().ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
}
