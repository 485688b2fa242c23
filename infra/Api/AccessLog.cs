using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkoutLog.Infra.Api;

/// <summary>
/// Format of the access log: one JSON object per line, every value a string (<c>-</c> for none). It has the path of the route, not of the
/// request, and no query string, header or body, which could contain personal data. It has no error messages, because API Gateway does
/// not escape them, so a caller could forge a line.
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
        // The status of Lambda, then that of the function.
        ("integrationStatus", "integration.integrationStatus"),
        ("functionStatus", "integration.status"),
        ("errorType", "error.responseType"),
        ("wafStatus", "waf.status"),
        ("wafResponse", "wafResponseCode"),
    ];

    /// <summary>In API Gateway's template language. Numbers are quoted too, because a bare <c>-</c> is not JSON.</summary>
    public static string Format { get; } = JsonSerializer.Serialize(
        _members.ToDictionary(member => member.Name, member => $"$context.{member.Variable}"),
        _serializer);
}
