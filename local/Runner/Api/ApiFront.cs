using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Serves the declared API: authenticates, authorises, invokes, answers, each as API Gateway does.</summary>
/// <param name="functions">ARN that an integration calls to its function.</param>
/// <param name="say">Receives the reason of an error that the answer itself keeps quiet about.</param>
internal sealed class ApiFront(
    ApiDescription api,
    RouteTable routes,
    InvokePermissions permissions,
    ImmutableDictionary<string, LambdaFunction> functions,
    ImmutableArray<LocalIdentity> identities,
    TimeProvider clock,
    Action<string> say)
{
    private const int MaxBodyBytes = 10 * 1024 * 1024;

    private readonly SignatureVerifier _verifier = new(api.Region, "execute-api", clock, acceptAsSent: true);
    private readonly ImmutableDictionary<string, LocalIdentity> _identities =
        identities.ToImmutableDictionary(identity => identity.AccessKeyId, StringComparer.Ordinal);

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
        if (body is null)
        {
            await ApiError.RequestTooLong.WriteAsync(context.Response);
            return;
        }

        var request = SignedRequest.From(context, body);
        if (routes.Find(request.Method, UriPath.Normalize(request.RawPath)) is not { } match)
        {
            await ApiError.UnknownRoute.WriteAsync(context.Response);
            return;
        }

        var (caller, error) = Authorize(request, match.Route);
        if (error is not null)
        {
            await error.WriteAsync(context.Response);
            return;
        }

        var proxy = new ProxyRequest(api, match, request, caller, requestId, traceId, context.Connection.RemoteIpAddress ?? IPAddress.Loopback, clock.GetUtcNow());
        await InvokeAsync(proxy, context.Response);
    }

    private (LocalIdentity? Caller, ApiError? Error) Authorize(SignedRequest request, ApiRoute route)
    {
        if (!route.RequiresIam)
        {
            return (null, null);
        }

        var verdict = _verifier.Verify(request, key => _identities.GetValueOrDefault(key)?.SecretAccessKey);
        if (verdict is SignatureVerdict.Refused refused)
        {
            return (null, ApiError.BadSignature(refused));
        }

        var caller = _identities[((SignatureVerdict.Valid)verdict).AccessKeyId];
        return caller.MayInvoke
            ? (caller, null)
            : (null, ApiError.AccessDenied(caller, api.MethodArn(request.Method, request.RawPath), api.Account));
    }

    private async Task InvokeAsync(ProxyRequest request, HttpResponse response)
    {
        var route = request.Match.Route;
        var function = functions[route.InvokedArn];
        if (!permissions.Allow(function.Declaration.FunctionName, route.InvokedArn, api.MethodArn(request.Http.Method, route.Path)))
        {
            say($"No aws:lambda/permission:Permission lets API Gateway invoke {route.InvokedArn} for {request.Http.Method} {route.Path}");
            await ApiError.CannotInvoke.WriteAsync(response);
            return;
        }

        InvocationResult result;
        try
        {
            // Lambda goes on when API Gateway stops waiting.
            result = await function.InvokeAsync(request.ToUtf8Json(), route.InvokedArn, request.TraceId).WaitAsync(route.IntegrationTimeout, clock);
        }
        catch (TimeoutException)
        {
            result = new InvocationResult.TimedOut(route.IntegrationTimeout);
        }

        await WriteAsync(result, function, response);
    }

    private Task WriteAsync(InvocationResult result, LambdaFunction function, HttpResponse response)
    {
        switch (result)
        {
            case InvocationResult.Answered answered when ProxyResponse.Parse(answered.Payload) is { } answer:
                return answer.WriteAsync(response);
            case InvocationResult.Answered:
                say($"{function.Declaration.Name} returned a malformed proxy response");
                return ApiError.BadGateway.WriteAsync(response);
            case InvocationResult.TimedOut:
                return ApiError.TimedOut.WriteAsync(response);
            case InvocationResult.Throttled:
                return ApiError.TooManyRequests.WriteAsync(response);
            default:
                return ApiError.BadGateway.WriteAsync(response);
        }
    }

    private string TraceId() =>
        $"Root=1-{clock.GetUtcNow().ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
}
