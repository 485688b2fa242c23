namespace WorkoutLog.Local.Fuzz.Generation;

internal static class HostileBodies
{
    public static HostileRequest Json(Hostility hostility) => To(hostility, "json", Encoding.UTF8.GetBytes(HostileJson.Body(hostility)), mayBeValid: false);

    /// <summary>A valid body with one invalid value.</summary>
    public static HostileRequest Field(Hostility hostility)
    {
        string mark = hostility.Mark;
        switch (hostility.Random.Next(6))
        {
            case 0:
                return To(hostility, "number", Encoding.UTF8.GetBytes(hostility.Body(durationMinutes: hostility.Pick(HostileJson.Minutes), more: $",\"notes\":\"{mark}\"")), mayBeValid: false);
            case 1:
                string value = hostility.Pick(["caloriesBurned", "distanceKm"]);
                string number = hostility.Pick([.. HostileJson.Minutes.Except(["null", "0", "-0", "-0.0", "0e0", "1441"])]);
                return To(hostility, "number", Encoding.UTF8.GetBytes(hostility.Body(more: $",\"{value}\":{number},\"notes\":\"{mark}\"")), mayBeValid: false);
            case 2:
                string field = hostility.Pick(["notes", "workoutTimestamp", "externalId"]);
                return To(hostility, "text", Encoding.UTF8.GetBytes(hostility.Body(more: $",\"{field}\":{hostility.Pick(HostileJson.NoTexts)}")), mayBeValid: false);
            case 3:
                string text = $"\"{hostility.Pick(["notes", "externalId"])}\":{Literal(hostility.Text())}";
                return To(hostility, "text", Encoding.UTF8.GetBytes(hostility.Body(more: $",{text}")), mayBeValid: true);
            case 4:
                string userId = hostility.Text();
                string body = $$"""{"userId":{{Literal(userId)}},"workoutType":"RUN","durationMinutes":30}""";
                return HostileRequest.Post("user id", body) with { MayBeValid = Hostility.IsUserId(userId) };
            default:
                string hostile = Literal(hostility.Text());
                string bad = hostility.Pick(
                    [$",\"workoutTimestamp\":{hostile}", $",\"workoutId\":{hostile}", $",{hostile}:1", ",\"workoutTimestamp\":\"9999-12-31T23:59:60Z\"", ",\"workoutTimestamp\":\"2026-02-30T00:00:00Z\""]);
                return HostileRequest.Post("text", hostility.Body(more: bad));
        }
    }

    /// <summary>A valid body with a few bytes changed, or in another encoding.</summary>
    public static HostileRequest Bytes(Hostility hostility)
    {
        string body = hostility.Body(more: $",\"notes\":\"é{hostility.Mark}\"");
        return hostility.Random.Next(5) switch
        {
            0 => To(hostility, "bytes", Encoding.Unicode.GetBytes(body), mayBeValid: false),
            1 => To(hostility, "bytes", Encoding.Latin1.GetBytes(body), mayBeValid: false),
            2 => To(hostility, "bytes", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)], mayBeValid: true),
            3 => To(hostility, "bytes", [.. Encoding.UTF8.GetBytes(body[..^2]), .. hostility.Pick(_notUtf8), .. "\"}"u8], mayBeValid: false),
            _ => To(hostility, "bytes", Changed(hostility, Encoding.UTF8.GetBytes(body)), mayBeValid: true),
        };
    }

    private static readonly byte[][] _notUtf8 =
    [
        [0xFF], [0xC0, 0x80], [0xC0, 0xAE], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82], [0x00],
    ];

    private static byte[] Changed(Hostility hostility, byte[] bytes)
    {
        for (int change = hostility.Random.Next(1, 6); change > 0; change--)
        {
            bytes[hostility.Random.Next(bytes.Length)] = (byte)hostility.Random.Next(256);
        }

        return bytes;
    }

    private static HostileRequest To(Hostility hostility, string kind, byte[] body, bool mayBeValid)
    {
        HostileRequest request = hostility.Chance(0.7)
            ? HostileRequest.Post(kind, body)
            // The user in an edit's path differs from the body's, so it is rejected whatever the body contains.
            : new HostileRequest(kind, "PUT", hostility.WorkoutPath) { Body = body };
        return request with { MayBeValid = mayBeValid };
    }

    /// <summary>A JSON string; invalid Unicode is escaped.</summary>
    public static string Literal(string text) =>
        "\"" + string.Concat(text.Select(letter => char.IsSurrogate(letter) || letter < ' ' ? $"\\u{(int)letter:x4}" : JsonEncodedText.Encode([letter]).ToString())) + "\"";
}

internal static class HostileBatches
{
    public static HostileRequest Create(Hostility hostility)
    {
        string mark = hostility.Mark;
        string body = hostility.Random.Next(8) switch
        {
            0 => Array(hostility.Body(), hostility.Pick([26, 100, 2_000])),
            1 => Array("", 0),
            2 => Array(hostility.Pick(["null", "[]", "1", "\"" + mark + "\"", "{}", "{\"workouts\":[]}"]), hostility.Pick([1, 2, 25, 26, 50_000])),
            3 => Array(HostileJson.Body(hostility), hostility.Random.Next(1, 26)),
            4 => Array(hostility.Body(durationMinutes: hostility.Pick(HostileJson.Minutes)), hostility.Random.Next(1, 26)),
            5 => Array(hostility.Body(durationMinutes: "-1", more: $",\"idempotencyKey\":{HostileBodies.Literal(hostility.Text())}"), hostility.Random.Next(1, 26)),
            6 => hostility.Pick(["{\"workouts\":{}}", "{\"workouts\":null}", "{\"workouts\":\"" + mark + "\"}", "{\"workouts\":[],\"workouts\":[]}", "[]", "{}", "{\"" + mark + "\":[]}"]),
            _ => Array(new string('[', hostility.Pick([14, 15, 100, 10_000])), 1),
        };
        return HostileRequest.Post("batch", body) with { Path = "/workouts/batch" };
    }

    private static string Array(string element, int count) => $$"""{"workouts":[{{string.Join(',', Enumerable.Repeat(element, count))}}]}""";
}

/// <summary>Requests above the size limits.</summary>
internal static class OversizeRequests
{
    private const int MaxBodyBytes = 256 * 1024;

    public static HostileRequest Create(Hostility hostility)
    {
        string filling = string.Concat(Enumerable.Repeat(hostility.Mark, (MaxBodyBytes / hostility.Mark.Length) + 1));
        return hostility.Random.Next(5) switch
        {
            0 => HostileRequest.Post("oversize", hostility.Body(more: $",\"notes\":\"{filling}\"")),
            1 => HostileRequest.Post("oversize", hostility.Body() + new string(' ', MaxBodyBytes)),
            2 => HostileRequest.Post("oversize", filling + filling + filling) with { Path = "/workouts/batch" },
            3 => new HostileRequest("oversize", "GET", $"/stats/{hostility.Context.UserId}") { Query = $"from={filling[..7_000]}", MayBeRejectedByServer = true },
            _ => new HostileRequest("oversize", "GET", $"/stats/{filling[..hostility.Pick([200, 2_000, 7_000])]}") { MayBeRejectedByServer = true },
        };
    }
}
