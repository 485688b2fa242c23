using System.Reflection;

namespace WorkoutLog.Local.Runner;

/// <summary>Packages of the npm registry, pinned in <c>Directory.Packages.props</c> and fetched by <c>./workout</c>.</summary>
internal static class NpmPackage
{
    /// <summary>The genuine jar with its libraries. Amazon publishes it as a download; this package carries the same files, so a registry is all that is needed.</summary>
    public const string DynamoDbLocal = "amplify-dynamodb-simulator";

    /// <summary>The one file of Apache ECharts, which draws the console's graphs.</summary>
    public const string ECharts = "echarts";

    /// <summary>Decodes FIT files.</summary>
    public const string FitParser = "fit-file-parser";

    /// <returns>The folder or file that is kept of the package.</returns>
    /// <exception cref="UserErrorException">It was not fetched yet.</exception>
    public static string Find(string name)
    {
        var version = typeof(NpmPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pin => pin.Key == name).Value;
        var kept = Path.Combine(CacheRoot(), "workout-log", $"{name}-{version}");
        return Path.Exists(kept)
            ? kept
            : throw new UserErrorException($"{name} {version} must be in {Path.GetDirectoryName(kept)}; it is not there. Fix: ./workout setup");
    }

    internal static string CacheRoot() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
}
