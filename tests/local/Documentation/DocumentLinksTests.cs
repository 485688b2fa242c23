namespace WorkoutLog.Local.Tests.Documentation;

public sealed class DocumentLinksTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(_root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(_root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(_root, file)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_between_documents_lead_somewhere(string path)
    {
        var links = MarkdownFile.Read(path).Links.Where(link => !Uri.TryCreate(link, UriKind.Absolute, out _));

        Assert.DoesNotContain(links, link => !Leads(path, link));
    }

    private static bool Leads(string path, string link)
    {
        var (target, anchor) = link.Split('#') is [var before, var behind] ? (before, behind) : (link, null);
        var file = target.Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, target);
        var exists = Path.Exists(Path.Combine(_root, file));
        return exists && (anchor is null || MarkdownFile.Read(file).Anchors.Contains(anchor));
    }
}
