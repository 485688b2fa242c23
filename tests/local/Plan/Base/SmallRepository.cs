using System.Diagnostics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Plan.Base;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Plan.Base;

/// <summary>A git repository in a folder of its own, whose program is a script that prints a graph.</summary>
internal sealed class SmallRepository : IDisposable
{
    public const string PrintsItsGraph = """
        #!/bin/sh
        echo "made by $1 $2 $3 $4" >&2
        cat "$(dirname "$0")/graph.json"

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-plan-");

    public SmallRepository()
    {
        Git("init", "--quiet", "--initial-branch", "main");
        Write("Pulumi.yaml", "name: workout-log\n");
        Write("Pulumi.dev.yaml", "config: {}\n");
        Write(".gitignore", "artifacts/\n.workout/\n");
        Write(BaseProgram.Script, PrintsItsGraph);
        File.SetUnixFileMode(Path.Combine(Root, BaseProgram.Script), (UnixFileMode)0b111_101_101);
    }

    public string Root => _folder.FullName;

    /// <summary>What the command said meanwhile.</summary>
    public List<string> Said { get; } = [];

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A commit with a graph of one parameter.</summary>
    public string Commit(string value)
    {
        Write("graph.json", GraphJson.Write(SampleGraph.With(SampleGraph.Parameter("/limit", "String", value))));
        return Commit();
    }

    public string Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "a change");
        return Git("rev-parse", "HEAD").Trim();
    }

    public async Task<BaseGraph> FindAsync(string name, string stack = "dev", CancellationToken cancellation = default) =>
        await BaseGraph.FindAsync(new Repository(Root), name, stack, Said.Add, cancellation);

    public string Git(params string[] arguments)
    {
        var info = new ProcessStartInfo("git", ["-C", Root, "-c", "user.name=Tester", "-c", "user.email=tester@example.com", .. arguments])
        {
            RedirectStandardOutput = true,
        };
        info.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
