using System.Text.RegularExpressions;

namespace WorkoutLog.Functions.Tests.Logs;

/// <summary>Takes a query of CloudWatch Logs Insights apart, as far as it names fields.</summary>
internal static partial class QueryFields
{
    private static readonly HashSet<string> _words =
        ["fields", "filter", "stats", "sort", "limit", "by", "as", "and", "or", "not", "like", "in", "asc", "desc"];

    /// <returns>Fields that the log must have: no words of the language, no functions, and no names that the query itself gives.</returns>
    public static string[] Of(string query)
    {
        var bare = Quoted().Replace(query, "");
        var given = Given().Matches(bare).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Names().Matches(bare).Select(match => match.Value)
                .Where(name => !_words.Contains(name) && !given.Contains(name))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bas (?<name>\w+)")]
    private static partial Regex Given();

    // What is followed by a parenthesis is a function; a number may carry a unit of time.
    [GeneratedRegex(@"(?<![\w.@])[A-Za-z_@][\w.@]*(?![\w.@(]|\s*\()")]
    private static partial Regex Names();
}
