namespace WorkoutLog.Local.Runner;

/// <summary>Paths that a local run reserves for itself, next to the API.</summary>
internal static class ReservedPaths
{
    /// <param name="path">Including all paths below it.</param>
    /// <exception cref="UserErrorException">The API serves the path, or one below it.</exception>
    public static void CheckFree(IEnumerable<ApiRoute> routes, string path, string use)
    {
        // Mock integrations only return errors, so hiding them loses nothing.
        if (routes.FirstOrDefault(route => route.Integration is ApiIntegration.Proxy && Covers(route.Path, path)) is { } route)
        {
            throw new UserErrorException($"The API's path {route.Path} covers {path}, which a local run reserves for {use}.");
        }
    }

    /// <summary>Whether a request is for the path, and was made on this machine, to this machine. Reserved paths are closed to other machines.</summary>
    public static bool IsFor(HttpContext context, string path) => context.Request.Path == path && IsFromHere(context);

    public static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) && IsThisMachine(context.Request.Host.Host) && IsOfOwnPage(context.Request);

    // Browsers send the origin of the page; other clients do not.
    private static bool IsOfOwnPage(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"http://{request.Host}")
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    // Rejects a page whose own host name resolves to this machine (DNS rebinding).
    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // A path below it has the same first segment.
    private static bool Covers(string template, string path) => new PathTemplate(string.Join('/', template.Split('/').Take(2))).Match(path) is not null;
}
