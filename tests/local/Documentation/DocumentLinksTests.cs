using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Tests.Documentation;

public sealed partial class DocumentLinksTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_between_documents_lead_somewhere(string path)
    {
        var links = MarkdownFile.Read(path).Links.Where(link => !Uri.TryCreate(link, UriKind.Absolute, out _));

        Assert.DoesNotContain(links, link => !Leads(path, link));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Tests_that_are_named_exist(string path)
    {
        var names = MarkdownFile.Read(path).CodeSpans.Where(code => NameOfTest().IsMatch(code));

        Assert.All(names, name => Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_root, "tests"), $"{name}.cs", SearchOption.AllDirectories)));
    }

    private static bool Leads(string path, string link)
    {
        var (target, anchor) = link.Split('#') is [var before, var behind] ? (before, behind) : (link, null);
        var file = target.Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, target);
        var exists = Path.Exists(Path.Combine(_root, file));
        return exists && (anchor is null || MarkdownFile.Read(file).Anchors.Contains(anchor));
    }

    [GeneratedRegex("^[A-Z][A-Za-z]+(Tests|Controls)$")]
    private static partial Regex NameOfTest();
}
