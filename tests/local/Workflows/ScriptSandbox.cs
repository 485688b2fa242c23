namespace WorkoutLog.Local.Tests.Workflows;

/// <summary>A small repository in which a script of <c>.github/scripts</c> runs with test doubles of its tools.</summary>
public class ScriptSandbox : Sandbox
{
    private const string Region = "us-east-1";

    private static readonly string _root = Local.Repository.Find(AppContext.BaseDirectory).Root;

    public ScriptSandbox()
    {
        foreach (var folder in new[] { "world/alias", "world/newest", "world/alarms", "world/up", "world/github", "world/artifacts", "temporary", "repository/.github" })
        {
            Directory.CreateDirectory(PathOf(folder));
        }

        Directory.CreateSymbolicLink(Path.Combine(Repository, ".github", "scripts"), Path.Combine(_root, ".github", "scripts"));
        File.CreateSymbolicLink(Path.Combine(Repository, "workout"), Path.Combine(_root, "tests", "local", "Workflows", "Doubles", "workout"));
        foreach (var stack in new[] { "dev", "prod" })
        {
            File.WriteAllText(Path.Combine(Repository, $"Pulumi.{stack}.yaml"), $"config:\n  aws:region: {Region}\n");
        }

        Git("init", "--quiet", "--initial-branch", "main");
        Commits = [Commit("first"), Commit("second")];
        Write("alarms/0", """{"MetricAlarms":[],"CompositeAlarms":[]}""");
        Write("invocations", """{"MetricDataResults":[{"Values":[3,4]}]}""");
        Write("config", $$"""{ "aws:region": { "value": "{{Region}}" } }""");
        Write("logging-role", "arn:aws:iam::123456789012:role/logs\n");
        Write("history", "[]");
        Write("outputs", "{}");
    }

    /// <summary>Oldest first; the newest is checked out.</summary>
    public string[] Commits { get; }

    public string Repository => PathOf("repository");

    /// <summary>Temporary files that the script left behind.</summary>
    public IEnumerable<string> Leftovers => Directory.EnumerateFileSystemEntries(PathOf("temporary"));

    /// <summary>Writes a file of the doubles' world; <c>recorded.sh</c> lists them.</summary>
    public new void Write(string path, string text) => base.Write($"world/{path}", text);

    public new string Read(string path) => base.Read($"world/{path}");

    public bool Has(string path) => File.Exists(PathOf("world", path));

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

    /// <summary>The stable version, and after a plus sign the canary version with its share.</summary>
    public string Serves(string function)
    {
        var alias = JsonNode.Parse(Read($"alias/{function}"))!;
        var canary = alias["RoutingConfig"]?["AdditionalVersionWeights"]?.AsObject().Single();
        return canary is { } one ? $"{alias["FunctionVersion"]}+{one.Key}:{one.Value}" : $"{alias["FunctionVersion"]}";
    }

    public Task<(int ExitCode, string Output, string Said)> RunAsync(string script, string[] arguments, params (string Name, string? Value)[] environment)
    {
        var doubles = Path.Combine(_root, "tests", "local", "Workflows", "Doubles");
        return new Tool("bash", [$".github/scripts/{script}", .. arguments])
        {
            Folder = Repository,
            Variables =
            [
                .. environment, ("GITHUB_STEP_SUMMARY", null), ("PATH", $"{doubles}:{Environment.GetEnvironmentVariable("PATH")}"), ("DOUBLES", doubles),
                ("WORLD", PathOf("world")), ("TMPDIR", PathOf("temporary")),
            ],
        }.RunAsync();
    }

    public string Git(params string[] arguments) => new Tool("git", ["-c", "user.name=a", "-c", "user.email=a@b", .. arguments])
    {
        Folder = Repository,
        Variables = [("GIT_CONFIG_GLOBAL", "/dev/null")],
    }.OutputAsync().GetAwaiter().GetResult().Trim();

    private string Commit(string text)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", text);
        return Git("rev-parse", "HEAD");
    }
}
