using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.WebConsole.History;

/// <summary>The last requests. Those, their invocations and the functions' calls to AWS are reported one by one, and belong together by their trace.</summary>
/// <param name="capacity">How many requests are kept.</param>
internal sealed class RequestHistory(int capacity) : IRunObserver
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

    public void Add(ApiRequestEnded request)
    {
        lock (_lock)
        {
            TraceOf(request.TraceId).Request = request;
        }
    }

    public void Add(InvocationEnded invocation) => AddTo(invocation.TraceId, trace => trace.Invocations, invocation);

    public void Add(AwsCallEnded call)
    {
        // Without a trace it is a call of the function's start, on nobody's behalf.
        if (call.TraceId is { } trace)
        {
            AddTo(trace, found => found.Calls, call);
        }
    }

    private void AddTo<T>(string traceId, Func<Trace, List<T>> list, T part)
    {
        lock (_lock)
        {
            if (list(TraceOf(traceId)) is { Count: < MaxPerRequest } parts)
            {
                parts.Add(part);
            }
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
