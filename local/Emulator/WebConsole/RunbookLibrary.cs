namespace WorkoutLog.Local.WebConsole;

/// <summary>The runbooks of the repository: what to do when an alarm of a kind is on.</summary>
internal sealed partial class RunbookLibrary(string repositoryRoot)
{
    /// <summary>Where the console serves them, without a trailing slash.</summary>
    public const string Path = $"{ConsoleFront.Path}/runbooks";

    private string Folder => System.IO.Path.Combine(repositoryRoot, "docs", "runbooks");

    public ImmutableArray<string> Kinds => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Where(IsKind).Order(StringComparer.Ordinal)]
        : [];

    /// <param name="kind">Of an alarm, such as <c>api-server-errors</c>, or <c>README</c> for what they have in common; anything else names no runbook.</param>
    public async Task<MarkdownPage?> ReadAsync(string kind, CancellationToken cancellation)
    {
        var file = System.IO.Path.Combine(Folder, $"{kind}.md");
        return IsPage(kind) && File.Exists(file) ? MarkdownPage.Parse(await File.ReadAllTextAsync(file, cancellation), Localize) : null;
    }

    /// <summary>A link to a runbook, wherever the repository is read, leads to the console's own page of it.</summary>
    /// <returns>Null for another file of the repository, which the console does not show.</returns>
    public string? Localize(string url)
    {
        if (RunbookLink().Match(url) is { Success: true } link && IsPage(link.Groups["page"].Value) && File.Exists(System.IO.Path.Combine(Folder, $"{link.Groups["page"].Value}.md")))
        {
            return $"{Path}/{link.Groups["page"].Value}{link.Groups["heading"].Value}";
        }

        return url.StartsWith('#') || url.Contains(':', StringComparison.Ordinal) ? url : null;
    }

    private static bool IsPage(string name) => name == "README" || IsKind(name);

    private static bool IsKind(string name) => KindName().IsMatch(name);

    [GeneratedRegex(@"\A[a-z][a-z-]*\z")]
    private static partial Regex KindName();

    [GeneratedRegex(@"\A(\S*/)?(?<page>[A-Za-z-]+)\.md(?<heading>#\S*)?\z")]
    private static partial Regex RunbookLink();
}

internal static class RunbookPage
{
    /// <param name="kind">Stands in for a title that the text does not have.</param>
    public static ConsoleAnswer Render(string kind, MarkdownPage page)
    {
        var frame = Encoding.UTF8.GetString(ConsoleAssets.Find("runbook.html").Body.Span);
        return ConsoleAnswer.Html(frame
            .Replace("{{title}}", WebUtility.HtmlEncode(page.Title ?? kind), StringComparison.Ordinal)
            .Replace("{{text}}", page.ToHtml(), StringComparison.Ordinal));
    }
}
