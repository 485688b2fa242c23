using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.WebConsole.Runbooks;

/// <summary>The runbooks of the repository: what to do when an alarm of a kind is on.</summary>
internal sealed partial class RunbookLibrary(string repositoryRoot)
{
    /// <summary>Where the console serves them, without a trailing slash.</summary>
    public const string Path = $"{ConsoleFront.Path}/runbooks";

    private string Folder => System.IO.Path.Combine(repositoryRoot, "docs", "runbooks");

    /// <summary>Kinds of alarms that have one.</summary>
    public ImmutableArray<string> Kinds => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Where(IsKind).Order(StringComparer.Ordinal)]
        : [];

    /// <param name="kind">Of an alarm, such as <c>api-server-errors</c>; anything else names no runbook.</param>
    public async Task<MarkdownPage?> ReadAsync(string kind, CancellationToken cancellation)
    {
        var file = System.IO.Path.Combine(Folder, $"{kind}.md");
        return IsKind(kind) && File.Exists(file) ? MarkdownPage.Parse(await File.ReadAllTextAsync(file, cancellation), Localize) : null;
    }

    /// <summary>A link to a runbook, wherever the repository is read, leads to the console's own page of it; others stay.</summary>
    public string Localize(string url) =>
        RunbookLink().Match(url) is { Success: true } link && Kinds.Contains(link.Groups["kind"].Value, StringComparer.Ordinal)
            ? $"{Path}/{link.Groups["kind"].Value}{link.Groups["heading"].Value}"
            : url;

    private static bool IsKind(string name) => KindName().IsMatch(name);

    [GeneratedRegex(@"\A[a-z][a-z-]*\z")]
    private static partial Regex KindName();

    [GeneratedRegex(@"\A(\S*/)?(?<kind>[a-z-]+)\.md(?<heading>#\S*)?\z")]
    private static partial Regex RunbookLink();
}
