using System.Collections.Frozen;
using System.Reflection;

namespace WorkoutLog.Local.WebConsole;

/// <summary>The files of the page, which the assembly carries.</summary>
internal static class ConsoleAssets
{
    private const string Prefix = "WebConsole/";

    private static readonly FrozenDictionary<string, string> _contentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <param name="name">Of the file, without a folder.</param>
    public static ConsoleAnswer Find(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name);
        if (file is null)
        {
            return ConsoleAnswer.NotFound($"file {name}");
        }

        using var content = new MemoryStream();
        file.CopyTo(content);
        return new ConsoleAnswer(200, ContentType(name), content.ToArray());
    }

    /// <exception cref="KeyNotFoundException">The console has no files of the kind.</exception>
    public static string ContentType(string name) => _contentTypes[Path.GetExtension(name)];
}
