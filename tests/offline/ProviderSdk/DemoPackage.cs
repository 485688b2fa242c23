using WorkoutLog.Offline.ProviderSdk;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

/// <summary>A fictitious provider's npm package (<c>Demo/</c>) in its own folder, with a list of types.</summary>
public sealed class DemoPackage : IDisposable
{
    public const string List = """
        # what the tests ask for
        namespace demo Pulumi.Demo
        namespace demo:store StoreRoom
        demo:store/shelf:Shelf double=load,ShelfBoard.width name=shelf:ShelfName
        demo:index/getPlace:getPlace
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("provider-sdk-");

    public DemoPackage()
    {
        var demo = Path.Combine(AppContext.BaseDirectory, "ProviderSdk", "Demo");
        foreach (var file in Directory.EnumerateFiles(demo, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Options.Declarations, Path.GetRelativePath(demo, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        WriteList(List);
    }

    public string Output => Path.Combine(_folder.FullName, "out");

    private string ListFile => Path.Combine(_folder.FullName, "types.txt");

    public Options Options => new(ListFile, "demo", Path.Combine(_folder.FullName, "package"), Output);

    public void WriteList(string list) => File.WriteAllText(ListFile, list);

    /// <summary>Replaces a text in a file of the package.</summary>
    public void Change(string path, string old, string replacement)
    {
        var file = Path.Combine(Options.Declarations, path);
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public string Generate() => ProviderSdkGenerator.Generate(Options);

    /// <summary>Every problem, one line each.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Assert.Throws<GenerationException>(Generate).Problems.Select(problem => problem.ToString())];

    /// <summary>The text of an emitted file.</summary>
    public string Emitted(string path)
    {
        Generate();
        return File.ReadAllText(Path.Combine(Output, path));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
