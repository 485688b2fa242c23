namespace WorkoutLog.Local.Runner.Api;

/// <summary>Paths beside the API that a local run keeps for itself.</summary>
internal static class ReservedPaths
{
    /// <param name="use">What the path is kept for.</param>
    /// <exception cref="UserErrorException">The API itself serves the path.</exception>
    public static void CheckFree(IEnumerable<ApiRoute> routes, string path, string use)
    {
        // What API Gateway answers itself is an error, and nothing is lost.
        if (routes.FirstOrDefault(route => route.Integration is ApiIntegration.Proxy && new PathTemplate(route.Path).Match(path) is not null) is { } route)
        {
            throw new UserErrorException($"The API's path {route.Path} takes in {path}, which a local run keeps for {use}.");
        }
    }
}
