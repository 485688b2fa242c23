namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Hostile JSON.</summary>
internal static class HostileJson
{
    /// <summary>Invalid values for a number of minutes.</summary>
    public static IReadOnlyList<string> Minutes { get; } =
    [
        "NaN", "Infinity", "-Infinity", "nan", "inf", "-1", "0", "-0", "-0.0", "0e0", "1441", "1e400", "-1e400", "1e-400", "1E+999999999", "1e2147483648", "1e-2147483649", "1e99999999999999999999",
        "12345678901234567890123456789012345678", "-99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001",
        "30.00000000000000000000000000000000000001", "9999999999999999999999999999.9999999999", "79228162514264337593543950336", "4.9e-324", "1.7976931348623157e308",
        "18446744073709551616", "9007199254740993", "01", "00", "+30", ".5", "30.", "0x1E", "1_000", "1,5", "30e", "30e+", "e5", "--1", "１２", "٣٠", "'30'", "\"30\"", "\"\"", "null", "true", "false",
        "[]", "{}", "[30]", "{\"a\":1}", "undefined", "30/*x*/", "new Date()", "30\u0000", new('9', 40), new('9', 10_000), "0." + new string('0', 5_000) + "1", "1" + new string('0', 5_000),
        "\"\\ud800\"", "\"\\u0000\"", "//", "",
    ];

    /// <summary>Invalid values for a string.</summary>
    public static IReadOnlyList<string> NoTexts { get; } =
    [
        "1", "-1e5", "true", "{}", "[]", "[\"RUN\"]", "{\"a\":\"RUN\"}", "'RUN'", "RUN", "\"", "\"RUN", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uD83D\\u0041\"", "\"\\u12\"", "\"\\x41\"", "\"\\\"", "\"a\nb\"", "\"a\u0000b\"", "\"a\tb\"",
    ];

    /// <summary>Invalid bodies.</summary>
    public static string Body(Hostility hostility) => hostility.Random.Next(14) switch
    {
        0 => Nested(hostility, '[', ']'),
        1 => Nested(hostility, '{', '}'),
        2 => hostility.Body(more: $",\"{hostility.Pick(["userId", "workoutType", "durationMinutes"])}\":\"{hostility.Mark}\""),
        3 => hostility.Body(more: string.Concat(Enumerable.Repeat($",\"{hostility.Mark}\":1", hostility.Random.Next(1, 300)))),
        4 => hostility.Body(more: string.Concat(Enumerable.Range(0, hostility.Random.Next(1, 2_000)).Select(i => $",\"{hostility.Mark}{i}\":{i}"))),
        5 => hostility.Body(more: ",\"\\ud800" + hostility.Mark + "\":1"),
        6 => hostility.Body() + hostility.Pick(["x", "{}", ",", "]", "}", "\0", "null", "//" + hostility.Mark, hostility.Body()]),
        7 => hostility.Body()[..hostility.Random.Next(1, hostility.Body().Length - 1)],
        8 => hostility.Pick(["", " ", "null", "true", "0", "[]", "{}", "\"\"", "[{}]", "{{}}", "{\"\":\"\"}", "\"" + hostility.Mark + "\"", "[" + hostility.Body() + "]", "\ufeff"]),
        9 => hostility.Body().Replace('"', '\''),
        10 => "/*" + hostility.Mark + "*/" + hostility.Body(),
        11 => hostility.Body(more: ","),
        12 => hostility.Body(more: string.Create(CultureInfo.InvariantCulture, $",\"notes\":{Nested(hostility, '[', ']')}")),
        _ => $"<xml>{hostility.Mark}</xml>",
    };

    private static string Nested(Hostility hostility, char open, char close)
    {
        int depth = hostility.Pick([1, 2, 15, 16, 17, 64, 65, 1_000, 20_000]);
        string inner = $"\"{hostility.Mark}\"";
        string text = open == '[' ? new string(open, depth) : string.Concat(Enumerable.Repeat("{\"a\":", depth));
        return text + inner + (hostility.Chance(0.7) ? new string(close, depth) : "");
    }
}
