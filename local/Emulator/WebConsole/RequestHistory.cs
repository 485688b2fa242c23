namespace WorkoutLog.Local.WebConsole;

/// <summary>The last requests. Requests, invocations and calls to AWS are reported separately, and are joined by trace id.</summary>
internal sealed class RequestHistory(int capacity)
{
    // Bounds the memory of a request with very many calls.
    private const int MaxPerRequest = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Trace> _byTrace = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Newest first.</summary>
    public ImmutableArray<ApiRequestEnded> Latest()
    {
        lock (_lock)
        {
            return [.. _byTrace.Values.Select(trace => trace.Request).OfType<ApiRequestEnded>().OrderByDescending(request => request.Time).Take(capacity)];
        }
    }

    /// <returns>Null if the request is unknown or no longer kept.</returns>
    public TracedRequest? Find(string requestId)
    {
        lock (_lock)
        {
            return _byTrace.Values.FirstOrDefault(trace => trace.Request?.RequestId == requestId) is { Request: { } request } found
                ? new TracedRequest(request, [.. found.Invocations], [.. found.Calls])
                : null;
        }
    }

    public void Add(RunEvent happened)
    {
        lock (_lock)
        {
            switch (happened)
            {
                case ApiRequestEnded request:
                    TraceOf(request.TraceId).Request = request;
                    break;
                case InvocationEnded invocation:
                    AddTo(TraceOf(invocation.TraceId).Invocations, invocation);
                    break;
                // A call without a trace belongs to INIT and not to a request.
                case AwsCallEnded { TraceId: { } trace } call:
                    AddTo(TraceOf(trace).Calls, call);
                    break;
            }
        }
    }

    private static void AddTo<T>(List<T> parts, T part)
    {
        if (parts.Count < MaxPerRequest)
        {
            parts.Add(part);
        }
    }

    private Trace TraceOf(string traceId)
    {
        var root = RootOf(traceId);
        if (_byTrace.TryGetValue(root, out var known))
        {
            return known;
        }

        // Twice the capacity, because parts of requests in progress arrive before the requests themselves.
        if (_order.Count == 2 * capacity)
        {
            _byTrace.Remove(_order.Dequeue());
        }

        _order.Enqueue(root);
        return _byTrace[root] = new Trace();
    }

    // Services may add members to the header; the root stays the same.
    private static string RootOf(string traceId) =>
        traceId.Split(';').Select(member => member.Trim()).FirstOrDefault(member => member.StartsWith("Root=", StringComparison.Ordinal)) ?? traceId;

    private sealed class Trace
    {
        public ApiRequestEnded? Request { get; set; }

        public List<InvocationEnded> Invocations { get; } = [];

        public List<AwsCallEnded> Calls { get; } = [];
    }
}

/// <summary>A request with its invocations and calls to AWS.</summary>
/// <param name="Invocations">In completion order; one that outlasts the API's timeout is added later.</param>
/// <param name="Calls">Calls to AWS, in completion order.</param>
internal sealed record TracedRequest(ApiRequestEnded Request, ImmutableArray<InvocationEnded> Invocations, ImmutableArray<AwsCallEnded> Calls);
