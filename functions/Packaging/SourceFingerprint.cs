using System.Security.Cryptography;
using System.Text;

namespace WorkoutLog.Packaging;

/// <summary>A hash of all inputs of the functions' archives. By content, because times change with each checkout.</summary>
internal static class SourceFingerprint
{
    // Relative to the repository; folders include their content. Packages are pinned in one of the files.
    private static readonly string[] _inputs =
    [
        "functions",
        "offline/Amazon.Lambda",
        "offline/StandIns.props",
        ".workout/packages.props",
        "BannedSymbols.txt",
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json",
    ];

    /// <param name="root">The repository.</param>
    public static string Of(string root, FunctionBuild build)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, $"{build}");
        Add(hash, $"packages {Environment.GetEnvironmentVariable("WORKOUT_PACKAGES")}, framework {Environment.Version}");
        foreach (var file in Files(root).Order(StringComparer.Ordinal))
        {
            Add(hash, file.Replace('\\', '/'));
            Add(hash, File.ReadAllBytes(Path.Combine(root, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string root) => _inputs.SelectMany(input => Path.Combine(root, input) switch
    {
        var folder when Directory.Exists(folder) =>
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)),
        var file when File.Exists(file) => [input],
        _ => [],
    });

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    // Length-prefixed, so that different lists have different bytes.
    private static void Add(IncrementalHash hash, byte[] bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
