using System.Text;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Output;

/// <summary>Names and values in Markdown that shows them as they are, and does nothing else: no mention, no link, no HTML.</summary>
internal static class MarkdownText
{
    // Parts a word, so that what follows is no name of anybody. Nobody sees it.
    private const char Nothing = '\u200B';

    /// <summary>Text on one line, also in a cell of a table.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in ValueText.Visible(text))
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '|' => escaped.Append("&#124;"),
                '@' or '#' => escaped.Append('\\').Append(letter).Append(Nothing),
                // An address that is written out would become a link.
                ':' => escaped.Append(letter).Append(Nothing),
                _ when char.IsAscii(letter) && char.IsPunctuation(letter) && letter is not ('.' or ',' or ';' or '-' or '/' or '%' or '(' or ')' or '"' or '\'') =>
                    escaped.Append('\\').Append(letter),
                '.' when escaped.Length > 2 && escaped.ToString().EndsWith("www", StringComparison.OrdinalIgnoreCase) => escaped.Append(Nothing).Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Lines in a block, in which nothing is Markdown. The fence is longer than any in the lines.</summary>
    public static string Block(IReadOnlyCollection<string> lines)
    {
        var longest = lines.SelectMany(line => Runs(line, '`')).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}diff\n{string.Join('\n', lines)}\n{fence}\n";
    }

    private static IEnumerable<int> Runs(string text, char letter)
    {
        var run = 0;
        foreach (var each in text)
        {
            run = each == letter ? run + 1 : 0;
            yield return run;
        }
    }
}
