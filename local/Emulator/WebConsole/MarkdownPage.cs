using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Markdown as HTML that is safe to show: its own HTML stays text, and its links lead to no script.</summary>
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

    /// <param name="link">Where a link leads instead; null for nowhere, which leaves its text.</param>
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

        // What is wider than a phone scrolls by itself, also for those without a mouse.
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

    private static void LeaveText(LinkInline link)
    {
        foreach (var part in link.ToList())
        {
            part.Remove();
            link.InsertBefore(part);
        }

        link.Remove();
    }

    // A path that begins with a slash is read as one of a file.
    private static bool IsSafe(string? url) =>
        url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var absolute) || absolute.Scheme is "https" or "http" or "mailto" or "file");
}
