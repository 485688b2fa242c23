using System.Reflection;

namespace WorkoutLog.Local.Runner;

/// <summary>Packages of the npm registry, pinned in <c>Directory.Packages.props</c> and fetched by <c>./workout</c>.</summary>
internal static class NpmPackage
{
    /// <summary>Amazon's jar with its libraries. Amazon publishes it as a download; this package has the same files, so an npm registry is enough.</summary>
    public const string DynamoDbLocal = "amplify-dynamodb-simulator";

    /// <summary>Apache ECharts, a single file, which draws the console's graphs.</summary>
    public const string ECharts = "echarts";

    /// <summary>Decodes FIT files.</summary>
    public const string FitParser = "fit-file-parser";

    /// <returns>The cached folder or file of the package.</returns>
    /// <exception cref="UserErrorException">The package is not in the cache.</exception>
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
