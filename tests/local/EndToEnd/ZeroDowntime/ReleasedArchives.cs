using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Tests.EndToEnd.ZeroDowntime;

/// <summary>A repository with archives of its own, into which each release puts another file.</summary>
internal sealed class ReleasedArchives : IDisposable
{
    private static readonly ImmutableArray<string> _functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    public ReleasedArchives()
    {
        LocalRepository.Create(Root);
        // Until here they are everybody's.
        var shared = new DirectoryInfo(Path.Combine(Root, "artifacts", "functions"));
        var originals = shared.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        shared.Delete();
        shared.Create();
        foreach (var function in _functions)
        {
            File.Copy(Path.Combine(originals, $"{function}.zip"), Archive(function));
        }
    }

    public string Root => Path.Combine(_folder.FullName, "repository");

    /// <summary>Replaces the file of the release before.</summary>
    public void Release(string content)
    {
        foreach (var function in _functions)
        {
            using var archive = ZipFile.Open(Archive(function), ZipArchiveMode.Update);
            archive.GetEntry("release.txt")?.Delete();
            var entry = archive.CreateEntry("release.txt");
            // The same content is to be the same archive.
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(content);
        }
    }

    public IEnumerable<string> Sums() => _functions.Select(function => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Archive(function)))));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Archive(string function) => Path.Combine(Root, "artifacts", "functions", $"{function}.zip");
}
