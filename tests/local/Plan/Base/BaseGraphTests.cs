using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Base;

namespace WorkoutLog.Local.Tests.Plan.Base;

public sealed class BaseGraphTests(Stacks stacks) : SmallRepository, IClassFixture<Stacks>
{
    [Theory, Cases]
    public async Task A_commit_is_evaluated_by_its_own_program(string name)
    {
        Commit("first");
        Git("tag", "before");
        Commit("second");

        var found = await FindAsync(name);

        Assert.Equal(name == "main" ? "second" : "first", ValueIn(found));
        Assert.StartsWith($"{name} (", found.Name, StringComparison.Ordinal);
        Assert.Equal("made by preview --stack dev --json", Said[^1]);
    }

    [Fact]
    public async Task Uncommitted_changes_are_not_in_the_base()
    {
        var commit = Commit("committed");
        Write("graph.json", "{}");

        var found = await FindAsync(commit);

        Assert.Equal(("committed", commit[..9]), (ValueIn(found), found.Name));
    }

    [Fact]
    public async Task A_commit_is_evaluated_once_for_each_stack_and_leaves_nothing_but_its_graphs()
    {
        Write("Pulumi.prod.yaml", "config: {}\n");
        var commit = Commit("first");

        await FindAsync("main");
        await FindAsync("HEAD");
        await FindAsync("main", "prod");

        Assert.Equal(2, Said.Count(line => line.StartsWith("made by", StringComparison.Ordinal)));
        var left = Directory.EnumerateFileSystemEntries(Path.Combine(Root, "artifacts", "plan", commit)).Select(Path.GetFileName).Order().ToArray();
        Assert.Collection(left, file => Assert.StartsWith("dev-", file, StringComparison.Ordinal), file => Assert.StartsWith("prod-", file, StringComparison.Ordinal));
        Assert.Equal("", Git("status", "--porcelain"));
        Assert.DoesNotContain("prunable", Git("worktree", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_base_reuses_the_packages_and_functions_of_this_checkout()
    {
        Write("workout", """
            #!/bin/sh
            ls .workout artifacts/functions >&2
            cat graph.json

            """);
        Commit("first");
        Write(".workout/packages.props", "<Project />");
        Write(".workout/built", "");
        Write("artifacts/functions/made-from", "sources");
        Write("artifacts/functions/lock", "");

        await FindAsync("main");

        Assert.Equal([".workout:", "packages.props", "artifacts/functions:", "made-from"], Said.Skip(1).Order(StringComparer.Ordinal).OrderBy(line => line.StartsWith('a') || line == "made-from"));
    }

    [Fact]
    public async Task A_stack_missing_in_the_base_is_new_and_removed_stacks_are_listed()
    {
        Write("Pulumi.old.yaml", "config: {}\n");
        Commit("first");
        File.Delete(Path.Combine(Root, "Pulumi.old.yaml"));

        var found = await FindAsync("main", "prod");

        Assert.Null(found.Graph);
        Assert.Empty(Said);
        Assert.Equal("old", Assert.Single(found.RemovedStacks));
        Assert.Contains(
            "Pulumi.old.yaml was removed, but the stack old stays deployed. If it was renamed: pulumi stack rename dev --stack old. If it is unused: pulumi destroy --stack old.",
            DeploymentPlan.Of(found, stacks.Dev, 3_000, [], GraphEdit.Today).Notes);
    }

    [Theory, Cases]
    public async Task A_base_that_cannot_be_evaluated_is_reported_and_cleaned_up(string? script, string expected)
    {
        if (script is null)
        {
            File.Delete(Path.Combine(Root, "workout"));
        }
        else
        {
            Write("workout", $"#!/bin/sh\n{script}\n");
        }

        var commit = Commit();

        Assert.StartsWith(
            expected.Replace("COMMIT", commit[..9], StringComparison.Ordinal), await Refusal.OfAsync(() => FindAsync("main")), StringComparison.Ordinal);
        var left = new DirectoryInfo(Path.Combine(Root, "artifacts", "plan", commit));
        Assert.True(!left.Exists || left.GetFileSystemInfos() is []);
    }

    [Theory, Cases]
    public async Task An_unknown_base_is_reported(string name)
    {
        Commit("first");

        Assert.Equal(
            $"\"{name}\" is neither a .json file nor a commit, a branch or a tag that this clone has. "
            + "Fix: git fetch origin, or use a file that ./workout preview --stack dev --json wrote.",
            await Refusal.OfAsync(() => FindAsync(name)));
    }

    [Fact]
    public async Task A_shallow_clone_gets_a_fix()
    {
        Commit("first");
        Commit("second");
        using var clone = new SmallRepository();
        clone.Git("fetch", "--quiet", "--depth", "1", new Uri(Root).AbsoluteUri, "main");

        var refusal = await Refusal.OfAsync(() => clone.FindAsync("FETCH_HEAD~1"));

        Assert.Contains("The clone is shallow and has only the last commits. Fix: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_file_is_read_unchanged()
    {
        Commit("first");

        var found = await FindAsync(Path.Combine(Root, "graph.json"));

        Assert.Equal(("graph.json", "first"), (found.Name, ValueIn(found)));
        Assert.Empty(Said);
    }

    [Theory, Cases]
    public async Task A_file_that_is_not_a_graph_is_reported(string text)
    {
        Write("odd.json", text);

        var refusal = await Refusal.OfAsync(() => FindAsync(Path.Combine(Root, "odd.json")));

        Assert.EndsWith("Fix: ./workout preview --stack dev --json", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_stops_the_base_and_cleans_up()
    {
        Write("workout", "#!/bin/sh\necho started >&2\nsleep 600\n");
        var commit = Commit();
        using var stop = new CancellationTokenSource();

        var running = BaseGraph.FindAsync(new Repository(Root), "main", "dev", StopAtStart, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Root, "artifacts", "plan", commit)));

        void StopAtStart(string line)
        {
            if (line == "started")
            {
                stop.Cancel();
            }
        }
    }

    private static string ValueIn(BaseGraph found) => $"{Assert.Single(found.Graph!.Resources).Inputs["value"]}";
}

/// <summary>A git repository in a temporary folder; its program is a script that prints a graph.</summary>
public class SmallRepository : Sandbox
{
    public const string PrintsItsGraph = """
        #!/bin/sh
        echo "made by $1 $2 $3 $4" >&2
        cat "$(dirname "$0")/graph.json"

        """;

    public SmallRepository()
    {
        Git("init", "--quiet", "--initial-branch", "main");
        Write("Pulumi.yaml", "name: workout-log\n");
        Write("Pulumi.dev.yaml", "config: {}\n");
        Write(".gitignore", "artifacts/\n.workout/\n");
        Write(BaseProgram.Script, PrintsItsGraph);
        File.SetUnixFileMode(Path.Combine(Root, BaseProgram.Script), (UnixFileMode)0b111_101_101);
    }

    /// <summary>Progress messages of the command.</summary>
    public List<string> Said { get; } = [];

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

    internal async Task<BaseGraph> FindAsync(string name, string stack = "dev", CancellationToken cancellation = default) =>
        await BaseGraph.FindAsync(new Repository(Root), name, stack, Said.Add, cancellation);

    public string Git(params string[] arguments) => new Tool("git", ["-C", Root, "-c", "user.name=Tester", "-c", "user.email=tester@example.com", .. arguments])
    {
        Variables = [("GIT_CONFIG_GLOBAL", "/dev/null")],
    }.OutputAsync().GetAwaiter().GetResult();
}
