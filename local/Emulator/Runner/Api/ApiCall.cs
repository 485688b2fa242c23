using System.Globalization;
using System.Net;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>A request as it came to the API.</summary>
/// <param name="Source">The caller's address.</param>
internal sealed record ApiCall(ApiDescription Api, SignedRequest Http, string RequestId, string TraceId, IPAddress Source, DateTimeOffset ReceivedAt)
{
    public const string Protocol = "HTTP/1.1";

    /// <summary><c>21/Nov/2026:04:05:06 +0000</c>.</summary>
    public string RequestTime => ReceivedAt.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture);
}
