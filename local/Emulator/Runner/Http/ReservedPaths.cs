namespace WorkoutLog.Local.Runner;

/// <summary>Paths beside the API that a local run keeps for itself.</summary>
internal static class ReservedPaths
{
    /// <param name="path">With all below it.</param>
    /// <exception cref="UserErrorException">The API itself serves the path, or one below it.</exception>
    public static void CheckFree(IEnumerable<ApiRoute> routes, string path, string use)
    {
        // What API Gateway answers itself is an error, and nothing is lost.
        if (routes.FirstOrDefault(route => route.Integration is ApiIntegration.Proxy && TakesIn(route.Path, path)) is { } route)
        {
            throw new UserErrorException($"The API's path {route.Path} takes in {path}, which a local run keeps for {use}.");
        }
    }

    /// <summary>Whether a request is for the path, and was made on this machine, to this machine. What is kept here is nobody else's.</summary>
    public static bool IsFor(HttpContext context, string path) => context.Request.Path == path && IsFromHere(context);

    public static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) && IsThisMachine(context.Request.Host.Host) && IsOfOwnPage(context.Request);

    // Browsers say which page asks; other clients say nothing.
    private static bool IsOfOwnPage(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"http://{request.Host}")
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    // A page of elsewhere that gives this machine's address a name of its own must get nothing.
    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // A path below it has the same first segment.
    private static bool TakesIn(string template, string path) => new PathTemplate(string.Join('/', template.Split('/').Take(2))).Match(path) is not null;
}
