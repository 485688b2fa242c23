namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>A clone of a small repository in which a script of <c>.github/scripts</c> runs against doubles of the tools that it calls.</summary>
internal sealed class ScriptRoom : IDisposable
{
    private const string Region = "us-east-1";

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);
    private static readonly string _root = Local.Repository.Find(AppContext.BaseDirectory).Root;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    public ScriptRoom()
    {
        foreach (var folder in new[] { "world/alias", "world/newest", "world/alarms", "world/up", "world/github", "world/artifacts", "temporary", "repository/.github" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.FullName, folder));
        }

        Directory.CreateSymbolicLink(Path.Combine(Repository, ".github", "scripts"), Path.Combine(_root, ".github", "scripts"));
        foreach (var stack in new[] { "dev", "prod" })
        {
            File.WriteAllText(Path.Combine(Repository, $"Pulumi.{stack}.yaml"), $"config:\n  aws:region: {Region}\n");
        }

        Git("init", "--quiet", "--initial-branch", "main");
        Commits = [Commit("first"), Commit("second")];
        Write("alarms/0", """{"MetricAlarms":[],"CompositeAlarms":[]}""");
        Write("config", "{}");
        Write("history", "[]");
        Write("outputs", "{}");
    }

    /// <summary>The older first; the newer is checked out.</summary>
    public string[] Commits { get; }

    public string Repository => Path.Combine(_folder.FullName, "repository");

    /// <summary>What the script left where it makes its own files.</summary>
    public IEnumerable<string> Leftovers => Directory.EnumerateFileSystemEntries(Path.Combine(_folder.FullName, "temporary"));

    /// <summary>Puts a file into the world that the doubles act on; <c>recorded.sh</c> says which there are.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, "world", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(_folder.FullName, "world", path));

    public bool Has(string path) => File.Exists(Path.Combine(_folder.FullName, "world", path));

    /// <summary>The calls of a tool, in their order, without its name.</summary>
    public string[] Calls(string tool) => Has("calls")
        ? [.. Read("calls").Split('\n').Where(call => call.StartsWith($"{tool} ", StringComparison.Ordinal)).Select(call => call[(tool.Length + 1)..])]
        : [];

    /// <summary>A deployed stack: one alarm, and two functions at version 7.</summary>
    public void Deploy()
    {
        foreach (var function in new[] { "ProcessWorkout", "QueryWorkouts" })
        {
            Write($"alias/{function}", """{"FunctionVersion":"7"}""");
            Write($"newest/{function}", "7");
        }

        Write("outputs", $$"""
            {
              "alarmArns": ["arn:aws:cloudwatch:{{Region}}:123456789012:alarm:errors-1a", "arn:aws:cloudwatch:{{Region}}:123456789012:alarm:burn"],
              "functionAliasArns": {
                "ProcessWorkout": "arn:aws:lambda:{{Region}}:123456789012:function:ProcessWorkout-1a:live",
                "QueryWorkouts": "arn:aws:lambda:{{Region}}:123456789012:function:QueryWorkouts-2b:live"
              }
            }
            """);
        History(Commits[0]);
    }

    public void History(string commit) => Write("history", $$"""
        [
          {"kind": "update", "result": "failed", "environment": {"git.head": "0000000000000000000000000000000000000000" } },
          {"kind": "update", "result": "succeeded", "environment": {"git.head": "{{commit}}" } }
        ]
        """);

    /// <summary>The version with the most requests, and behind a plus sign the canary's with its share.</summary>
    public string Serves(string function)
    {
        var alias = JsonNode.Parse(Read($"alias/{function}"))!;
        var canary = alias["RoutingConfig"]?["AdditionalVersionWeights"]?.AsObject().Single();
        return canary is { } one ? $"{alias["FunctionVersion"]}+{one.Key}:{one.Value}" : $"{alias["FunctionVersion"]}";
    }

    public async Task<(int ExitCode, string Output, string Said)> RunAsync(
        string script, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", [$".github/scripts/{script}", .. arguments])
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var doubles = Path.Combine(_root, "tests", "local", "Workflows", "Doubles");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        start.Environment["PATH"] = $"{doubles}:{start.Environment["PATH"]}";
        start.Environment["DOUBLES"] = doubles;
        start.Environment["WORLD"] = Path.Combine(_folder.FullName, "world");
        start.Environment["TMPDIR"] = Path.Combine(_folder.FullName, "temporary");
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(_limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository, RedirectStandardOutput = true };
        foreach (var (name, value) in new[]
                 {
                     ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@b"), ("GIT_COMMITTER_NAME", "a"), ("GIT_COMMITTER_EMAIL", "a@b"),
                 })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Commit(string text)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", text);
        return Git("rev-parse", "HEAD");
    }
}
