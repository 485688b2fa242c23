using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkoutLog.Infra.Api;

/// <summary>
/// What the access log says of a request: one JSON object a line, every value a text (<c>-</c> where there is none).
/// It holds the path of the route, not of the request, and no query string, header or body: those could be personal. Nor does it
/// hold error messages: API Gateway writes them without escapes, so that a caller could forge a line.
/// </summary>
public static class AccessLog
{
    private static readonly JsonSerializerOptions _serializer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Variable)[] _members =
    [
        ("requestId", "requestId"),
        ("extendedRequestId", "extendedRequestId"),
        ("traceId", "xrayTraceId"),
        ("requestTime", "requestTime"),
        ("caller", "identity.caller"),
        ("userArn", "identity.userArn"),
        ("sourceIp", "identity.sourceIp"),
        ("method", "httpMethod"),
        ("resourcePath", "resourcePath"),
        ("status", "status"),
        ("responseLength", "responseLength"),
        ("responseLatencyMs", "responseLatency"),
        ("integrationLatencyMs", "integration.latency"),
        // What Lambda answered, and what the function answered through it.
        ("integrationStatus", "integration.integrationStatus"),
        ("functionStatus", "integration.status"),
        ("errorType", "error.responseType"),
        ("wafStatus", "waf.status"),
        ("wafResponse", "wafResponseCode"),
    ];

    /// <summary>In API Gateway's template language. Numbers are quoted too: a bare <c>-</c> would be no JSON.</summary>
    public static string Format { get; } = JsonSerializer.Serialize(
        _members.ToDictionary(member => member.Name, member => $"$context.{member.Variable}"),
        _serializer);
}
