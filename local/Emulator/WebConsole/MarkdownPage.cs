using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Renders Markdown as safe HTML: HTML in it is escaped, and script links are removed.</summary>
internal sealed class MarkdownPage
{
    private static readonly MarkdownPipeline _pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().UseAutoIdentifiers().Build();

    private readonly MarkdownDocument _document;

    private MarkdownPage(MarkdownDocument document) => _document = document;

    /// <summary>Text of the first heading; null without one.</summary>
    public string? Title => _document.Descendants<HeadingBlock>().FirstOrDefault()?.Inline is { } heading
        ? string.Concat(heading.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }))
        : null;

    /// <param name="link">Maps a link to its target; null removes the link and keeps its text.</param>
    public static MarkdownPage Parse(string markdown, Func<string, string?> link)
    {
        var document = Markdown.Parse(markdown, _pipeline);
        foreach (var found in document.Descendants<LinkInline>().ToList())
        {
            found.Url = IsSafe(found.Url) ? link(found.Url!) : null;
            if (found.Url is null)
            {
                LeaveText(found);
            }
        }

        foreach (var found in document.Descendants<AutolinkInline>().Where(found => !found.IsEmail && !IsSafe(found.Url)).ToList())
        {
            found.ReplaceBy(new LiteralInline(found.Url));
        }

        // Wide content scrolls separately, also by keyboard.
        foreach (var block in document.Descendants().Where(block => block is CodeBlock or Markdig.Extensions.Tables.Table))
        {
            block.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }

        return new MarkdownPage(document);
    }

    public string ToHtml()
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        _pipeline.Setup(renderer);
        renderer.Render(_document);
        return text.ToString();
    }

    /// <summary>Part of a page: headings have no ids, which could duplicate ids of that page.</summary>
    public string ToFragment()
    {
        foreach (var heading in _document.Descendants<HeadingBlock>())
        {
            heading.GetAttributes().Id = null;
        }

        return ToHtml();
    }

    private static void LeaveText(LinkInline link)
    {
        foreach (var part in link.ToList())
        {
            part.Remove();
            link.InsertBefore(part);
        }

        link.Remove();
    }

    // Uri parses a path with a leading slash as a file URI.
    private static bool IsSafe(string? url) =>
        url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var absolute) || absolute.Scheme is "https" or "http" or "mailto" or "file");
}
