namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Input of a request generator.</summary>
/// <param name="Mark">Marker inserted into hostile values; a valid user id.</param>
internal sealed record Hostility(Random Random, string Mark, HostileContext Context)
{
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    public bool Chance(double probability) => Random.NextDouble() < probability;

    /// <summary>A text of the corpus, usually with the marker.</summary>
    public string Text()
    {
        string text = Pick(HostileTexts.All);
        return Random.Next(4) switch
        {
            0 => text,
            1 => Mark + text,
            2 => text + Mark,
            _ => text + Mark + Pick(HostileTexts.All),
        };
    }

    /// <summary>A valid body, except for the given values.</summary>
    public string Body(string durationMinutes = "30", string userId = "", string more = "") =>
        $$"""{"userId":"{{(userId.Length == 0 ? Mark : userId)}}","workoutType":"RUN","durationMinutes":{{durationMinutes}}{{more}}}""";

    /// <summary>Path of an existing workout.</summary>
    public string WorkoutPath => $"/workouts/{Context.UserId}/{Context.WorkoutId}";

    public static bool IsUserId(string text) => UserIdRule.Check(text) is null;

    /// <summary>Percent-encodes the text as UTF-8; invalid Unicode becomes U+FFFD.</summary>
    public static string Encode(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:X2}"));
}

/// <summary>Texts known to break programs.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "\t", "\0", "\r\n", "\u007f", "\u0085", "\u2028", "\u202e", "\ufeff", "\ufffd", "\uffff", "\ud800", "\udc00", "\udc00\ud800",
        "é", "e\u0301", "ﬀ", "İ", "ß", "\U0001f3c3", "👩‍👩‍👧‍👦", "Z̸̡̛͔a̷l̴g̶o̸", "１２３", "٣", "\u200b", "\U000e0001",
        "../", "../../etc/passwd", "..\\..\\windows", "%2e%2e%2f", "%252e%252e%252f", "/", "//", "\\", "%00", "%", "%zz", "%c0%ae", "%ud800", "~", "file:///etc/passwd",
        "' OR 1=1 --", "\"; DROP TABLE workouts;", "1; SELECT 1", "*", "$ne", "{\"$gt\":\"\"}", "IDEMPOTENCY#", "#", "athlete-1#RUN", ":v", "attribute_not_exists(userId)",
        "<script>alert(1)</script>", "\"><img src=x>", "{{7*7}}", "${7*7}", "${jndi:ldap://x/a}", "#{7*7}", "$context.requestId", "`id`", "$(id)", "| id", "; id", "=cmd|' /C calc'!A0", "@SUM(1)",
        "null", "undefined", "NaN", "true", "[object Object]", "__proto__", "constructor", "0", "-1", "1e309", "0x10", "batch", "export", "nil", "None",
        "\r\nSet-Cookie: a=b", "\nX-Injected: 1", "%0d%0aSet-Cookie:%20a=b", "a\r\n\r\n<html>", "(){ :;}; id",
        new('a', 129), new('A', 4_000), new('\u00e9', 2_000), new('"', 500), new('\\', 501), new('[', 300), new('%', 300),
        string.Concat(Enumerable.Repeat("\ud83c", 400)), string.Concat(Enumerable.Repeat("\u0301", 600)), string.Concat(Enumerable.Repeat("../", 200)),
    ];
}
