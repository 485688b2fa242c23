using System.Text.Json;

namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>An unpacked npm package of a provider.</summary>
public sealed class NpmPackage
{
    private readonly string _folder;
    private readonly Dictionary<string, DeclarationFile?> _files = [];

    private NpmPackage(string folder, string version)
    {
        _folder = folder;
        Version = version;
    }

    /// <summary>The package's version, which is also the version of the provider's plugin.</summary>
    public string Version { get; }

    /// <exception cref="GenerationException">The folder does not contain an npm package.</exception>
    public static NpmPackage Open(string folder)
    {
        var manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest))
        {
            throw new GenerationException(new Problem(
                "--declarations", string.Empty, folder, "package.json is missing; pass the folder of the unpacked npm package"));
        }

        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        return new NpmPackage(folder, json.RootElement.GetProperty("version").GetString()!);
    }

    /// <summary>A file's declarations; null if the package has no such file.</summary>
    /// <param name="path">Below the package's folder, without <c>.d.ts</c>.</param>
    /// <exception cref="GenerationException">The file can't be parsed.</exception>
    public DeclarationFile? Find(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            file = ReadText(path + ".d.ts") is { } text ? Parse(path + ".d.ts", text, DeclarationParser.Parse) : null;
            _files.Add(path, file);
        }

        return file;
    }

    /// <summary>The facts of a resource's compiled constructor; null if the package has no such file.</summary>
    /// <param name="path">Below the package's folder, without <c>.js</c>.</param>
    /// <exception cref="GenerationException">The file can't be parsed.</exception>
    public ConstructorFacts? FindConstructor(string path) =>
        ReadText(path + ".js") is { } text ? Parse(path + ".js", text, ConstructorFacts.Parse) : null;

    private string? ReadText(string path)
    {
        var file = Path.Combine([_folder, .. path.Split('/')]);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private static T Parse<T>(string path, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException exception)
        {
            throw new GenerationException(new Problem(
                path, string.Empty, exception.Message, "the generator can't read this file; extend the parser"));
        }
    }
}
