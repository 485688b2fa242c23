namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Values on one line, short enough to be read.</summary>
internal static partial class ValueText
{
    public const string Secret = "[secret]";

    private const int Longest = 72;
    private const int SumLength = 12;

    // Members that describe an object in few words.
    private static readonly ImmutableArray<string> _tells = ["label", "expression", "ruleName", "metricName", "attributeName"];

    /// <summary><c>256 → 512</c>, <c>= 512</c>, <c>256 → not set</c>; of a list what is new and what is gone.</summary>
    public static string Change(JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (null, _) => $"= {Of(after)}",
        (_, null) => $"{Of(before)} → not set",
        (JsonArray old, JsonArray now) when IsOfTexts(old) && IsOfTexts(now) => Lists(old, now),
        _ => $"{Of(before)} → {Of(after)}",
    };

    public static string Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue => OfText(node.ToString()),
        JsonObject archive when archive["archive"]?["sha256"] is { } sum => $"sha256 {OfText(sum.ToString())}",
        JsonArray list when IsOfTexts(list) => Shorten($"[{string.Join(", ", list.Select(Of))}]"),
        JsonObject described when Telling(described) is { } told => OfText(told),
        _ => Shorten(node.ToJsonString(GraphJson.Unescaped)),
    };

    /// <summary>A text on one line, without what would move a terminal's cursor; of an ARN only service and name, and the account where it is another.</summary>
    public static string OfText(string text)
    {
        if (GraphProperties.Document(text) is not null)
        {
            return "a document";
        }

        var shown = Visible(text);
        return Sum().IsMatch(shown) ? shown[..SumLength] : Shorten(shown.Length == 0 ? "\"\"" : shown.Split(':', 6) is ["arn", _, var service, _, var account, var name] ? $"{service}:{(account.All(char.IsAsciiDigit) && account is not ("" or AwsNames.Account) ? $"{account}:" : "")}{name}" : shown);
    }

    /// <summary>Control characters as their names: a value must neither break a line nor colour it.</summary>
    public static string Visible(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '\n' => "⏎",
        '\t' => " ",
        _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format => "�",
        _ => rune.ToString(),
    }));

    // Its own word before that of a part of it.
    private static string? Telling(JsonObject node) =>
        _tells.Select(name => node[name] as JsonValue).FirstOrDefault(text => text is not null)?.ToString()
        ?? node.Select(member => member.Value).OfType<JsonObject>().Select(Telling).FirstOrDefault(text => text is not null);

    private static string Lists(JsonArray before, JsonArray after)
    {
        ImmutableArray<string> old = [.. before.Select(item => $"{item}")], now = [.. after.Select(item => $"{item}")];
        ImmutableArray<string> parts =
        [
            .. now.Except(old).Select(text => $"+{OfText(text)}"),
            .. old.Except(now).Select(text => $"−{OfText(text)}"),
        ];
        return parts.Length > 0 ? string.Join(", ", parts) : "in another order";
    }

    private static bool IsOfTexts(JsonArray list) => list.All(item => item is JsonValue);

    private static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";

    [GeneratedRegex(@"^[0-9a-f]{40,}\z")]
    private static partial Regex Sum();
}
