using System.Net;
using System.Text;

namespace WorkoutLog.Local.WebConsole.Runbooks;

/// <summary>A runbook as a page of the console.</summary>
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
