using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Domain;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Http;

/// <summary>A request through API Gateway (REST, proxy events of version 1).</summary>
public sealed class ApiRequest
{
    private const string TraceRoot = "Root=";

    // Reserved for writing and returning the response, so that the function ends the request before its timeout does.
    private static readonly TimeSpan _answerMargin = TimeSpan.FromMilliseconds(500);

    private readonly APIGatewayProxyRequest _event;
    private readonly string? _traceHeader;
    private readonly RulesSnapshot? _rules;

    /// <param name="serviceRoles">The role sessions that may act for every user.</param>
    /// <param name="rules">Null in a function that reads none.</param>
    public ApiRequest(
        APIGatewayProxyRequest proxyEvent, ILambdaContext context, TimeProvider time, IReadOnlyList<string> serviceRoles, RulesSnapshot? rules = null)
    {
        _event = proxyEvent;
        _traceHeader = context.TraceId;
        _rules = rules;
        Caller = Caller.Of(proxyEvent.RequestContext?.Identity, serviceRoles);
        RequestId = proxyEvent.RequestContext?.RequestId ?? context.AwsRequestId;
        Scope = new RequestScope(new Deadline(time, context.RemainingTime - _answerMargin));
    }

    /// <summary>API Gateway's request id; the invocation's id if there is none.</summary>
    public string RequestId { get; }

    /// <summary>The request's trace id, <c>1-5759e988-bd862e3fe1be46a994272793</c>; empty if there is none.</summary>
    public ReadOnlySpan<char> TraceId => RootOf(_traceHeader);

    /// <summary>The time that storage has for this request, and its consumption.</summary>
    public RequestScope Scope { get; }

    public RequestMetrics Metrics { get; } = new();

    /// <summary>The rules of this request; they do not change until its end.</summary>
    /// <exception cref="InvalidOperationException">The function reads no rules.</exception>
    public WorkoutRules Rules => _rules?.Rules ?? throw new InvalidOperationException("This function reads no rules.");

    internal string? ConfigVersion => _rules?.Version;

    /// <summary>Upper case; empty if the event has none.</summary>
    public string Method => _event.HttpMethod ?? "";

    /// <summary>The route's template, such as <c>/stats/{userId}</c>; empty when the event has none.</summary>
    public string Resource => _event.Resource ?? "";

    /// <summary>The requested path, with the stage if the URL has one.</summary>
    /// <remarks>Starts with exactly one slash: in a header, <c>//name/…</c> would refer to another host.</remarks>
    public string Path => $"/{(_event.RequestContext?.Path ?? _event.Path ?? "").TrimStart('/', '\\')}";

    public Caller Caller { get; }

    internal string? Body => _event.Body;

    internal bool IsBodyBase64 => _event.IsBase64Encoded;

    /// <summary>A path parameter; empty if the route has none of this name.</summary>
    /// <remarks>API Gateway's REST APIs pass path parameters percent-encoded, as in the URL.</remarks>
    public string PathParameter(string name) =>
        _event.PathParameters?.TryGetValue(name, out var value) == true ? Uri.UnescapeDataString(value ?? "") : "";

    /// <summary>The header's value; null if not sent. If it was sent more than once, the last value counts.</summary>
    /// <param name="name">In any case.</param>
    public string? Header(string name) =>
        _event.Headers?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Every query parameter with all of its values, decoded.</summary>
    public IEnumerable<KeyValuePair<string, IList<string>>> Query => _event.MultiValueQueryStringParameters ?? Enumerable.Empty<KeyValuePair<string, IList<string>>>();

    /// <param name="header">X-Ray's: <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.</param>
    private static ReadOnlySpan<char> RootOf(ReadOnlySpan<char> header)
    {
        foreach (Range field in header.Split(';'))
        {
            ReadOnlySpan<char> trimmed = header[field].Trim();
            if (trimmed.StartsWith(TraceRoot, StringComparison.OrdinalIgnoreCase))
            {
                return trimmed[TraceRoot.Length..];
            }
        }

        return [];
    }
}
