using WorkoutLog.Offline.ProviderSdk;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

/// <summary>A made-up provider's npm package in a folder of its own, with the list of types that is asked of it.</summary>
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
        Write("package.json", """{ "name": "@demo/demo", "version": "1.2.3" }""");
        Write("store/shelf.d.ts", DemoDeclarations.Shelf);
        Write("store/shelf.js", DemoDeclarations.ShelfScript);
        Write("types/input.d.ts", DemoDeclarations.Inputs);
        Write("types/output.d.ts", DemoDeclarations.Outputs);
        Write("types/enums/store/index.d.ts", DemoDeclarations.Enums);
        Write("getPlace.d.ts", DemoDeclarations.Function);
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

    /// <summary>Every problem as its one line.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Assert.Throws<GenerationException>(Generate).Problems.Select(problem => problem.ToString())];

    /// <summary>The text of an emitted file.</summary>
    public string Emitted(string path)
    {
        Generate();
        return File.ReadAllText(Path.Combine(Output, path));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = Path.Combine(Options.Declarations, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
