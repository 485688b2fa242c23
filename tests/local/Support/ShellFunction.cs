using System.IO.Compression;
using System.Security.Cryptography;

namespace WorkoutLog.Local.Tests;

/// <summary>A function in bash and curl that speaks the Runtime API (<c>bootstrap.sh</c>); the event controls it.</summary>
internal sealed class ShellFunction : IDisposable
{
    /// <summary>A repository with only the function's archive.</summary>
    public string Repository { get; } = Directory.CreateTempSubdirectory("workout-test-").FullName;

    public string CodeFolder => Path.Combine(Repository, "code");

    public static ShellFunction Create()
    {
        var function = new ShellFunction();
        Directory.CreateDirectory(function.CodeFolder);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Support", "bootstrap.sh"), Path.Combine(function.CodeFolder, "bootstrap"));
        File.SetUnixFileMode(Path.Combine(function.CodeFolder, "bootstrap"), (UnixFileMode)0b111_101_101);
        return function;
    }

    /// <summary>Packs the current code with its file modes into <c>artifacts/functions/Echo.zip</c>, and declares it in the graph.</summary>
    /// <returns>The graph.</returns>
    public ResourceGraph PackInto(ResourceGraph graph)
    {
        var archive = Path.Combine(Repository, "artifacts", "functions", "Echo.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        File.Delete(archive);
        ZipFile.CreateFromDirectory(CodeFolder, archive);
        graph.OfType(FunctionType.Token).Single().Inputs["code"]!["archive"]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
        return graph;
    }

    public void Dispose() => Directory.Delete(Repository, recursive: true);
}
