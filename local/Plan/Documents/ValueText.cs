namespace WorkoutLog.Local.Plan.Documents;

/// <summary>Values on one line, short enough to be read.</summary>
internal static partial class ValueText
{
    public const string Secret = "[secret]";

    private const int Longest = 72;
    private const int SumLength = 12;

    // Of the common beginning of two long texts.
    private const int Context = 20;

    // Members that describe an object in few words.
    private static readonly ImmutableArray<string> _labels = ["label", "expression", "ruleName", "metricName", "attributeName"];

    /// <summary><c>256 → 512</c>, <c>= 512</c>, <c>256 → not set</c>; for a list, the added and removed elements.</summary>
    public static string Change(JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (null, _) => $"= {Of(after)}",
        (_, null) => $"{Of(before)} → not set",
        (JsonArray old, JsonArray now) when IsOfTexts(old) && IsOfTexts(now) => Lists(old, now),
        _ => Apart(Whole(before), Whole(after)),
    };

    public static string Of(JsonNode? node) => Shorten(Whole(node));

    /// <summary>A text on one line, without control characters; an ARN as service and name, with the account if it is another.</summary>
    public static string OfText(string text) => Shorten(WholeText(text));

    private static string Whole(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue => WholeText(node.ToString()),
        JsonObject archive when archive["archive"]?["sha256"] is { } sum => $"sha256 {WholeText(sum.ToString())}",
        JsonArray list when IsOfTexts(list) => $"[{string.Join(", ", list.Select(Of))}]",
        JsonObject described when Label(described) is { } label => WholeText(label),
        _ => node.ToJsonString(GraphJson.Unescaped),
    };

    private static string WholeText(string text)
    {
        if (GraphProperties.Document(text) is not null)
        {
            return "a document";
        }

        var shown = Visible(text);
        return Sum().IsMatch(shown) ? shown[..SumLength]
            : shown.Length == 0 ? "\"\""
            : shown.Split(':', 6) is ["arn", _, var service, _, var account, var name] ? $"{service}:{(account.All(char.IsAsciiDigit) && account is not ("" or AwsNames.Account) ? $"{account}:" : "")}{name}"
            : shown;
    }

    // Long texts lose most of their common beginning: otherwise the difference might be cut.
    private static string Apart(string before, string after)
    {
        var common = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count() - Context;
        return common <= 0 || Math.Max(before.Length, after.Length) <= Longest
            ? $"{Shorten(before)} → {Shorten(after)}"
            : $"{Shorten($"…{before[common..]}")} → {Shorten($"…{after[common..]}")}";
    }

    /// <summary>With control characters replaced: a value must neither break a line nor colour it.</summary>
    public static string Visible(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '\n' => "⏎",
        '\t' => " ",
        _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format => "�",
        _ => rune.ToString(),
    }));

    // An own member first, then those of its parts.
    private static string? Label(JsonObject node) =>
        _labels.Select(name => node[name] as JsonValue).FirstOrDefault(text => text is not null)?.ToString()
        ?? node.Select(member => member.Value).OfType<JsonObject>().Select(Label).FirstOrDefault(text => text is not null);

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
