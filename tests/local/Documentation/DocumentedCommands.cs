using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>The <c>./workout</c> commands of a document.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>What stands behind <c>./workout</c>, as written: with placeholders, and with parts that may be left out in brackets.</summary>
    public static IEnumerable<string> In(string path) => MarkdownFile.Read(path).Commands
        .SelectMany(line => Command().Matches(line))
        .Select(match => match.Groups["arguments"].Value.Trim());

    /// <summary>The arguments as somebody would type them.</summary>
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
