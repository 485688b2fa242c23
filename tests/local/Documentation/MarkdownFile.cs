using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>A parsed document of the repository.</summary>
internal sealed class MarkdownFile
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;
    private static readonly string[] _folders = [".", "docs", "docs/runbooks", "offline"];
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _document;

    private MarkdownFile(string path, string text)
    {
        Path = path;
        Text = text;
        _document = Markdown.Parse(text, _pipeline);
    }

    /// <summary>Paths of all documents.</summary>
    public static IEnumerable<string> All => _folders
        .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(_root, folder), "*.md"))
        .Select(file => System.IO.Path.GetRelativePath(_root, file));

    /// <summary>From the root of the repository.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <exception cref="FileNotFoundException"/>
    public static MarkdownFile Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(_root, path)));

    public IEnumerable<(int Level, string Text)> Headings =>
        _document.Descendants<HeadingBlock>().Select(heading => (heading.Level, Text.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#', ' ')));

    /// <summary>Valid link fragments.</summary>
    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id!);

    /// <summary>Targets of links and images, as written.</summary>
    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(link => link.Url!);

    /// <summary>Code between single backticks.</summary>
    public IEnumerable<string> CodeSpans => _document.Descendants<CodeInline>().Select(code => code.Content);

    /// <summary>Fenced code: the language, the rest of the info string, and the text.</summary>
    public IEnumerable<(string Language, string About, string Code)> CodeBlocks =>
        _document.Descendants<FencedCodeBlock>().Select(block => (block.Info ?? "", block.Arguments ?? "", block.Lines.ToString().ReplaceLineEndings("\n")));

    /// <summary>Possible commands: the lines of shell blocks, with continued lines joined, and inline code.</summary>
    public IEnumerable<string> Commands => CodeBlocks
        .Where(block => block.Language == "sh").SelectMany(block => block.Code.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')).Concat(CodeSpans);

    /// <summary>The text with the fenced blocks' code replaced.</summary>
    /// <param name="code">From the rest of the info string to the new code; null keeps a block.</param>
    public string WithCode(Func<string, string?> code)
    {
        var text = Text;
        // Backwards, so that earlier positions stay valid.
        foreach (var block in _document.Descendants<FencedCodeBlock>().Reverse())
        {
            if (code(block.Arguments ?? "") is { } made)
            {
                text = $"{text[..block.Span.Start]}```{block.Info} {block.Arguments}\n{made.Trim('\n')}\n```{text[(block.Span.End + 1)..]}";
            }
        }

        return text;
    }

    /// <inheritdoc cref="CommittedFile"/>
    public void Hold(string expected) => CommittedFile.Holds(Path, _ => expected);
}

/// <summary>The <c>./workout</c> commands of a document.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>The arguments of <c>./workout</c>, as written: with placeholders, and with optional parts in brackets.</summary>
    public static IEnumerable<string> In(string path) => MarkdownFile.Read(path).Commands
        .SelectMany(line => Command().Matches(line)).Select(match => match.Groups["arguments"].Value.Trim());

    /// <summary>The arguments as typed: placeholders filled in.</summary>
    public static string[] Typed(string arguments)
    {
        var filled = Placeholder().Replace(Redirection().Replace(arguments, ""), match => match.Value switch
        {
            "S" => "dev",
            "U" => "athlete-1",
            _ => "7",
        });
        return filled.Split((char[])['[', ']', ' '], StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\./workout (?<arguments>[a-z][^|&;#)\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s2?>\s*\S+")]
    private static partial Regex Redirection();

    // A letter that stands for a number, a stack or a user.
    [GeneratedRegex(@"(?<= )\d?[NSU](?=\]|\s|$)")]
    private static partial Regex Placeholder();
}
