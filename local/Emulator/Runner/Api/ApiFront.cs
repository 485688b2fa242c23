namespace WorkoutLog.Local.Runner;

/// <summary>Serves the declared API as API Gateway does: filters, authenticates, authorises, throttles, validates, invokes and responds.</summary>
/// <param name="deployment">Number of the deployment that it serves, from 1.</param>
/// <param name="functions">Entry of the function, by the ARN that an integration invokes.</param>
/// <param name="source">Simulated source address; null uses the real one.</param>
/// <param name="say">Receives the cause of an error whose response does not contain it.</param>
internal sealed class ApiFront(
    int deployment, ApiDescription api, RouteTable routes, InvokePermissions permissions,
    ImmutableDictionary<string, FunctionEntry> functions, ApiAuthorizer authorizer, IPAddress? source, Firewall firewall, TokenBucketRateLimiter throttle,
    TimeProvider clock, Action<string> say, RunEvents events)
{
    private const int MaxBodyBytes = 10 * 1024 * 1024;

    private readonly GatewayResponses _errors = new(api.Document);
    private readonly RequestValidators _validators = new(api.Document);

    public async Task HandleAsync(HttpContext context)
    {
        var (requestId, progress) = (Guid.NewGuid().ToString(), new RequestProgress(clock));
        var traceId = $"Root=1-{clock.GetUtcNow().ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        context.Response.Headers["x-amz-apigw-id"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));
        context.Response.Headers["X-Amzn-Trace-Id"] = traceId;
        try
        {
            var (body, unread) = await ReadAsync(context.Request);
            var call = new ApiCall(
                api, SignedRequest.From(context, body), requestId, traceId, source ?? context.Connection.RemoteIpAddress ?? IPAddress.Loopback, clock.GetUtcNow());
            var (write, error) = unread is not null ? (null, unread) : await AnswerAsync(call, progress);
            await (error is null ? write!(context.Response) : _errors.WriteAsync(error, call, context.Response));
            events.Publish(progress.End(context, call, error) with { Deployment = deployment });
        }
        catch (OperationCanceledException)
        {
            // The client disconnected or the runner stops.
            context.Abort();
        }
    }

    private static async Task<(byte[]? Body, ApiError? Error)> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadBodyAsync(MaxBodyBytes) is not { } body ? (null, ApiError.RequestTooLong)
                : request.Headers.Authorization.Count > 1 ? (null, ApiError.Malformed)
                : (body, null);
        }
        catch (BadHttpRequestException)
        {
            return (null, ApiError.Malformed);
        }
    }

    // A function that writes the response, or the error to respond with.
    private async Task<(Func<HttpResponse, Task>? Write, ApiError? Error)> AnswerAsync(ApiCall call, RequestProgress progress)
    {
        if (firewall.Blocks(call.Http, call.Source))
        {
            return (null, ApiError.Filtered);
        }

        if (routes.Find(call.Http.Method, call.Http.NormalizedPath) is not { } match)
        {
            return (null, ApiError.UnknownRoute);
        }

        progress.Route = match.Route;
        (progress.Caller, var error) = authorizer.Authorize(call, match.Route);
        error ??= throttle.TryTake() ? _validators.Check(call, match) : ApiError.TooManyRequests;
        if (error is not null)
        {
            return (null, error);
        }

        if (match.Route.Integration is ApiIntegration.Proxy integration)
        {
            return await InvokeAsync(integration, new ProxyRequest(call, match, progress.Caller), progress);
        }

        var (answer, refused) = MockIntegrations.Answer((ApiIntegration.Mock)match.Route.Integration, call, match);
        return (answer is null ? null : answer.WriteAsync, refused);
    }

    private async Task<(Func<HttpResponse, Task>? Write, ApiError? Error)> InvokeAsync(ApiIntegration.Proxy integration, ProxyRequest request, RequestProgress progress)
    {
        var (method, path) = (request.Call.Http.Method, request.Match.Route.Path);
        var function = functions[integration.InvokedArn];
        if (!permissions.Allow(function.Function.FunctionName, integration.InvokedArn, api.MethodArn(method, path)))
        {
            say($"No aws:lambda/permission:Permission lets API Gateway invoke {integration.InvokedArn} for {method} {path}");
            return (null, ApiError.BadConfiguration);
        }

        InvocationResult result;
        progress.Invoke(function.Function.Name);
        try
        {
            // Lambda continues after API Gateway stops waiting.
            result = await function.InvokeAsync(request.ToUtf8Json(), integration.InvokedArn, request.Call.TraceId).WaitAsync(integration.Timeout, clock);
        }
        catch (TimeoutException)
        {
            return (null, ApiError.TimedOut);
        }
        finally
        {
            progress.Invoked();
        }

        if (result is InvocationResult.Answered answered)
        {
            if (ProxyResponse.Parse(answered.Payload) is { } answer)
            {
                return (answer.WriteAsync, null);
            }

            say($"{function.Function.Name} returned a malformed proxy response");
        }

        return (null, result switch
        {
            InvocationResult.TimedOut => ApiError.TimedOut,
            // Lambda returns 429 to API Gateway, which a proxy integration does not pass on.
            InvocationResult.Throttled => ApiError.BadConfiguration,
            _ => ApiError.BadGateway,
        });
    }
}

/// <summary>The progress of a request, for the observers of the run.</summary>
internal sealed class RequestProgress(TimeProvider clock)
{
    private readonly DateTimeOffset _time = clock.GetUtcNow();
    private readonly long _began = clock.GetTimestamp();
    private long _invoked;
    private string? _function;
    private TimeSpan? _integration;

    public ApiRoute? Route { get; set; }

    public LocalIdentity? Caller { get; set; }

    public void Invoke(string function) => (_function, _invoked) = (function, clock.GetTimestamp());

    public void Invoked() => _integration = clock.GetElapsedTime(_invoked);

    public ApiRequestEnded End(HttpContext context, ApiCall call, ApiError? error) => new(
        _time, call.RequestId, call.TraceId, context.Request.Method, context.Request.Path.Value ?? "", Route?.Path, context.Response.StatusCode,
        error?.ResponseType, _function, clock.GetElapsedTime(_began), _integration, Caller?.AccessKeyId);
}
