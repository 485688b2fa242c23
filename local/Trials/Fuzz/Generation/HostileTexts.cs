namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Texts that have broken other programs.</summary>
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
