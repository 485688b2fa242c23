using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>The length of an access log line, from the stage's format.</summary>
internal static partial class AccessLogLine
{
    // Characters of the value of each variable, for a successful request.
    private static readonly FrozenDictionary<string, int> _lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["requestId"] = 36,
        ["extendedRequestId"] = 16,
        ["xrayTraceId"] = 40,
        ["requestTime"] = 26,
        ["identity.caller"] = 40,
        ["identity.userArn"] = 75,
        ["identity.sourceIp"] = 14,
        ["httpMethod"] = 4,
        ["resourcePath"] = 17,
        ["status"] = 3,
        ["responseLength"] = 4,
        ["responseLatency"] = 2,
        ["integration.latency"] = 2,
        ["integration.integrationStatus"] = 3,
        ["integration.status"] = 3,
        ["integration.error"] = 1,
        ["error.responseType"] = 1,
        ["error.message"] = 1,
        ["waf.status"] = 3,
        ["wafResponseCode"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="UserErrorException">The format has a variable of unknown length.</exception>
    public static int Bytes(string format) => Variable().Replace(format, found =>
    {
        var name = found.Groups["name"].Value;
        return _lengths.TryGetValue(name, out var length)
            ? new string('x', length)
            : throw new UserErrorException($"The length of $context.{name} in an access log is unknown. Fix: add it to local/Graph/Load/{nameof(AccessLogLine)}.cs.");
    }).Length;

    [GeneratedRegex(@"\$context\.(?<name>[A-Za-z.]+)")]
    private static partial Regex Variable();
}
