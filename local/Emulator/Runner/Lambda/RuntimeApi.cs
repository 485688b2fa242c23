using System.Threading.Channels;

namespace WorkoutLog.Local.Runner;

/// <summary>The Lambda Runtime API (2018-06-01) of one function process.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Prefix = "/2018-06-01/runtime";

    // Lambda's limit for a response.
    private const int MaxPayloadBytes = 6 * 1024 * 1024;

    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _clock;
    private LoopbackServer? _server;
    private volatile Invocation? _current;

    private RuntimeApi(TimeProvider clock) => _clock = clock;

    /// <summary>Host and port, the value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Address => _server!.Url.Authority;

    /// <summary>Completes when the runtime asks for its first event: INIT is over.</summary>
    public Task Ready => _ready.Task;

    public static async Task<RuntimeApi> StartAsync(TimeProvider clock, Action<string> say, CancellationToken cancellation)
    {
        var api = new RuntimeApi(clock);
        api._server = await LoopbackServer.StartAsync(0, api.HandleAsync, say, cancellation);
        return api;
    }

    public void Offer(Invocation invocation) => _waiting.Writer.TryWrite(invocation);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var isPost = HttpMethods.IsPost(context.Request.Method);
        return path switch
        {
            $"{Prefix}/invocation/next" when HttpMethods.IsGet(context.Request.Method) => NextAsync(context),
            $"{Prefix}/init/error" when isPost => Accept(context),
            _ when isPost && _current is { } current && path == $"{Prefix}/invocation/{current.RequestId}/response" => AnswerAsync(context, current),
            _ when isPost && _current is { } current && path == $"{Prefix}/invocation/{current.RequestId}/error" => FailAsync(context, current),
            _ => context.Response.SendJsonAsync(StatusCodes.Status400BadRequest, Error("InvalidRequestID", "Invalid request ID")),
        };
    }

    private async Task NextAsync(HttpContext context)
    {
        _ready.TrySetResult();
        Invocation invocation;
        try
        {
            invocation = await _waiting.Reader.ReadAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _current = invocation;
        invocation.Delivered.TrySetResult();
        var deadline = (_clock.GetUtcNow() + invocation.Timeout).ToUnixTimeMilliseconds();
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.InvokedArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        await context.Response.SendAsync(StatusCodes.Status200OK, "application/json", invocation.Payload);
    }

    private static async Task AnswerAsync(HttpContext context, Invocation invocation)
    {
        var payload = await context.Request.ReadBodyAsync(MaxPayloadBytes);
        if (payload is null)
        {
            const string Message = "Exceeded maximum allowed payload size (6291456 bytes).";
            invocation.Finished.TrySetResult(new InvocationResult.Failed(Message));
            await context.Response.SendJsonAsync(StatusCodes.Status413PayloadTooLarge, Error("RequestEntityTooLarge", Message));
            return;
        }

        invocation.Finished.TrySetResult(new InvocationResult.Answered(payload));
        await Accept(context);
    }

    private static async Task FailAsync(HttpContext context, Invocation invocation)
    {
        using var reader = new StreamReader(context.Request.Body);
        invocation.Finished.TrySetResult(new InvocationResult.Failed(await reader.ReadToEndAsync(context.RequestAborted)));
        await Accept(context);
    }

    private static Task Accept(HttpContext context) =>
        context.Response.SendJsonAsync(StatusCodes.Status202Accepted, new JsonObject { ["status"] = "OK" });

    private static JsonObject Error(string type, string message) => new() { ["errorType"] = type, ["errorMessage"] = message };
}

/// <summary>One event in a function's process.</summary>
/// <param name="InvokedArn">The ARN that the caller invoked: the alias.</param>
/// <param name="Timeout">Remaining part of the declared timeout when the process can get the event.</param>
internal sealed record Invocation(string RequestId, ReadOnlyMemory<byte> Payload, string InvokedArn, string TraceId, TimeSpan Timeout)
{
    /// <summary>Completes when the runtime has received the event; then the timeout starts.</summary>
    public TaskCompletionSource Delivered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<InvocationResult> Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
