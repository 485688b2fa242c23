namespace WorkoutLog.Local.WebConsole;

/// <summary>The runbooks of the repository, one per kind of alarm.</summary>
internal sealed partial class RunbookLibrary(string repositoryRoot)
{
    /// <summary>Path of the runbooks in the console, without a trailing slash.</summary>
    public const string Path = $"{ConsoleFront.Path}/runbooks";

    private string Folder => System.IO.Path.Combine(repositoryRoot, "docs", "runbooks");

    public ImmutableArray<string> Kinds => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Where(IsKind).Order(StringComparer.Ordinal)]
        : [];

    /// <param name="kind">Kind of an alarm, such as <c>api-server-errors</c>, or <c>README</c> for the common part; null is returned for anything else.</param>
    public async Task<MarkdownPage?> ReadAsync(string kind, CancellationToken cancellation)
    {
        var file = System.IO.Path.Combine(Folder, $"{kind}.md");
        return IsPage(kind) && File.Exists(file) ? MarkdownPage.Parse(await File.ReadAllTextAsync(file, cancellation), Localize) : null;
    }

    /// <summary>Maps links to runbooks, local or hosted, to the console's own pages.</summary>
    /// <returns>Null for other files of the repository, which the console does not show.</returns>
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
    /// <param name="kind">The title of a text without a heading.</param>
    public static ConsoleAnswer Render(string kind, MarkdownPage page)
    {
        var frame = Encoding.UTF8.GetString(ConsoleAssets.Find("runbook.html").Body.Span);
        return ConsoleAnswer.Html(frame
            .Replace("{{title}}", WebUtility.HtmlEncode(page.Title ?? kind), StringComparison.Ordinal)
            .Replace("{{text}}", page.ToHtml(), StringComparison.Ordinal));
    }
}
