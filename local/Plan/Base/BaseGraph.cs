using System.Security.Cryptography;
using System.Text.Json;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>The base that a plan compares with.</summary>
/// <param name="Name">Display name: the file, or the commit and how it was named.</param>
/// <param name="Graph">Null where the base does not have the stack.</param>
internal sealed record BaseGraph(string Name, ResourceGraph? Graph)
{
    /// <summary>Stacks that the base has and the working tree does not.</summary>
    public ImmutableArray<string> RemovedStacks { get; init; } = [];

    private const string GraphFile = ".json";
    private const int ShortLength = 9;
    private const int KeyLength = 12;

    /// <param name="name">A file that <c>preview --json</c> wrote, or anything that git resolves to a commit.</param>
    /// <param name="say">Receives progress, a line each.</param>
    /// <exception cref="UserErrorException">Neither exists, or the base can't be evaluated.</exception>
    public static async Task<BaseGraph> FindAsync(Repository repository, string name, string stack, Action<string> say, CancellationToken cancellation)
    {
        if (name.EndsWith(GraphFile, StringComparison.OrdinalIgnoreCase) && File.Exists(name))
        {
            return new BaseGraph(Path.GetFileName(name), await ReadAsync(name, cancellation).ConfigureAwait(false));
        }

        var git = new Git(repository.CloneRoot);
        var commit = await git.FindCommitAsync(name, cancellation).ConfigureAwait(false) ?? throw await UnknownAsync(git, name, cancellation).ConfigureAwait(false);
        var shown = commit.StartsWith(name, StringComparison.Ordinal) ? commit[..ShortLength] : $"{name} ({commit[..ShortLength]})";
        var stacks = Repository.StacksOf(await git.FilesAsync(commit, repository.Folder, cancellation).ConfigureAwait(false)).ToArray();
        var graph = stacks.Contains(stack) ? await EvaluateAsync(git, commit, repository, stack, shown, say, cancellation).ConfigureAwait(false) : null;
        return new BaseGraph(shown, graph) { RemovedStacks = [.. stacks.Except(repository.Stacks)] };
    }

    /// <exception cref="UserErrorException">The file is missing or not a graph.</exception>
    public static async Task<ResourceGraph> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return GraphJson.Read(await File.ReadAllTextAsync(file, cancellation).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file} can't be read as a graph of a stack: {fault.Message} Fix: ./workout preview --stack dev --json");
        }
    }

    private static async Task<UserErrorException> UnknownAsync(Git git, string name, CancellationToken cancellation) => new(
        $"\"{name}\" is neither a .json file nor a commit, a branch or a tag that this clone has. "
        + (await git.IsShallowAsync(cancellation).ConfigureAwait(false)
            ? "The clone is shallow and has only the last commits. Fix: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)."
            : "Fix: git fetch origin, or use a file that ./workout preview --stack dev --json wrote."));

    private static async Task<ResourceGraph> EvaluateAsync(
        Git git, string commit, Repository repository, string stack, string shown, Action<string> say, CancellationToken cancellation)
    {
        var folder = Path.Combine(repository.CloneRoot, "artifacts", "plan", commit, repository.Folder);
        var cached = Path.Combine(folder, $"{stack}-{EnvironmentHash(repository.CloneRoot)}.json");
        if (File.Exists(cached))
        {
            return GraphJson.Read(await File.ReadAllTextAsync(cached, cancellation).ConfigureAwait(false));
        }

        if (!(await git.FilesAsync(commit, ".", cancellation).ConfigureAwait(false)).Contains(BaseProgram.Script))
        {
            throw new UserErrorException($"{shown} has no ./workout to evaluate it with. Fix: use a later commit, or a file that ./workout preview --json wrote.");
        }

        say($"Evaluating stack {stack} of {shown} with its own program …");
        using var program = await BaseProgram.CheckOutAsync(git, commit, repository.CloneRoot, folder, cancellation).ConfigureAwait(false);
        var graph = await program.EvaluateAsync(repository.Folder, stack, say, cancellation).ConfigureAwait(false);
        // Atomic: never a partial file.
        var unfinished = $"{cached}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(unfinished, GraphJson.Write(graph), cancellation).ConfigureAwait(false);
        File.Move(unfinished, cached, overwrite: true);
        return graph;
    }

    // The graph of a commit never changes, except for the functions' archives, which differ with the SDK and the packages.
    private static string EnvironmentHash(string root)
    {
        var choice = Path.Combine(root, ".workout", "packages.props");
        var text = $"{Environment.Version} {Environment.GetEnvironmentVariable("WORKOUT_PACKAGES")} {(File.Exists(choice) ? File.ReadAllText(choice) : "")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..KeyLength];
    }
}
