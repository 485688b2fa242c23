namespace WorkoutLog.Local.WebConsole;

/// <summary>The last requests. Those, their invocations and the functions' calls to AWS are reported one by one, and belong together by their trace.</summary>
internal sealed class RequestHistory(int capacity)
{
    // Keeps one request with very many calls from filling the memory.
    private const int MaxPerRequest = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Trace> _byTrace = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The newest first.</summary>
    public ImmutableArray<ApiRequestEnded> Latest()
    {
        lock (_lock)
        {
            return [.. _byTrace.Values.Select(trace => trace.Request).OfType<ApiRequestEnded>().OrderByDescending(request => request.Time).Take(capacity)];
        }
    }

    /// <returns>Null for a request that is not known, or no longer.</returns>
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
                // Without a trace it is a call of the function's start, on nobody's behalf.
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

        // Twice the capacity, because parts of requests under way come before the requests themselves.
        if (_order.Count == 2 * capacity)
        {
            _byTrace.Remove(_order.Dequeue());
        }

        _order.Enqueue(root);
        return _byTrace[root] = new Trace();
    }

    // Each service on the way may add members to the header; the root stays.
    private static string RootOf(string traceId) =>
        traceId.Split(';').Select(member => member.Trim()).FirstOrDefault(member => member.StartsWith("Root=", StringComparison.Ordinal)) ?? traceId;

    private sealed class Trace
    {
        public ApiRequestEnded? Request { get; set; }

        public List<InvocationEnded> Invocations { get; } = [];

        public List<AwsCallEnded> Calls { get; } = [];
    }
}

/// <summary>A request with all that happened on its behalf.</summary>
/// <param name="Invocations">In the order in which they ended; one that outlasts the API's patience comes later.</param>
/// <param name="Calls">To AWS, in the order in which they were answered.</param>
internal sealed record TracedRequest(ApiRequestEnded Request, ImmutableArray<InvocationEnded> Invocations, ImmutableArray<AwsCallEnded> Calls);
