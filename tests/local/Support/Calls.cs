namespace WorkoutLog.Local.Tests;

/// <summary>Requests to the API.</summary>
internal static class Calls
{
    /// <summary>A route to a function.</summary>
    public static ApiRoute Route(string method, string path, bool requiresIam = true) => new(method, path, requiresIam, new ApiIntegration.Proxy("arn", TimeSpan.FromSeconds(29)));

    public static ApiCall Of(string method, string path, string query = "", byte[]? body = null, params (string Name, string[] Values)[] headers) => new(
        new ApiDescription("api1234567", "v1", "us-east-1", "123456789012", []),
        new SignedRequest(
            method,
            path,
            query,
            headers.Append(("Host", ["127.0.0.1:8080"])).ToImmutableDictionary(header => header.Item1, header => header.Item2.ToImmutableArray(), StringComparer.OrdinalIgnoreCase),
            body ?? []),
        "request-1",
        "Root=1-0-0",
        IPAddress.Parse("203.0.113.9"),
        new DateTimeOffset(2026, 11, 21, 4, 5, 6, TimeSpan.Zero));
}
