namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Headers that the API reads, and some that it must ignore.</summary>
internal static class HostileHeaders
{
    private static readonly string[] _tags =
        ["*", "**", "*, \"1\"", "\"", "\"1", "1", "W/\"1\"", "w/\"1\"", "\"1\"\"2\"", "\"1\",,\"2\"", ",", "\"-1\"", "\"99999999999\"", "\"01\"", "\"é\"", "W/", "\"1\" \"2\""];

    private static readonly string[] _accepts =
        ["text/csv;q=2", "text/html", "*/*;q=0", "application/json;q=0", "*", "/", "text/", "/csv", ";q=1", "text/csv;q=", "text/csv;q=NaN", "text/csv;q=-1", "text/csv;q=1e5", "text/csv;q=0.0000000000000000000000000000001", "a/b,c/d"];

    private static readonly string[] _contentTypes =
    [
        "text/plain", "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/json; charset=\"utf-8", "application/json; charset=",
        ";application/json", "application/json, text/plain", "application", "/", "*/*", "application/jsonx", "json", "application/json; charset=latin1", "application/octet-stream", "image/png", "application/problem+json",
    ];

    private static readonly string[] _steering =
    [
        "X-HTTP-Method-Override", "X-Original-URL", "X-Forwarded-Host", "X-Forwarded-For", "X-Amzn-RequestId", "X-Amzn-Trace-Id", "Lambda-Runtime-Aws-Request-Id", "Cookie", "Referer", "User-Agent", "Range", "If-None-Match",
        "Accept-Encoding", "Accept-Language", "X-Cognito-Identity-Id", "Forwarded", "Prefer",
    ];

    public static HostileRequest Create(Hostility hostility)
    {
        string text = hostility.Text();
        // Longer values test header size, not content.
        text = text.Length > 3_000 ? text[..3_000] : text;
        HostileRequest request = hostility.Random.Next(5) switch
        {
            0 => HostileRequest.Post("idempotency key", hostility.Body()) with { Headers = [("Idempotency-Key", text)] },
            1 => Edit(hostility, hostility.Chance(0.5) ? hostility.Pick(_tags) : text),
            2 => new HostileRequest("accept", "GET", $"/workouts/{hostility.Context.UserId}/export") { Headers = [("Accept", hostility.Chance(0.5) ? hostility.Pick(_accepts) : text)] },
            3 => HostileRequest.Post("idempotency key", hostility.Body()) with { Headers = [("Idempotency-Key", hostility.Mark), ("Idempotency-Key", text)] },
            _ => new HostileRequest("header", "GET", $"/stats/{hostility.Context.UserId}") { Headers = [(hostility.Pick(_steering), text)] },
        };
        return request with { MayBeValid = true, MayBeRejectedByServer = true };
    }

    /// <summary>A valid body with a wrong media type.</summary>
    public static HostileRequest ContentType(Hostility hostility) =>
        HostileRequest.Post("content type", hostility.Body()) with { ContentType = hostility.Pick(_contentTypes) };

    private static HostileRequest Edit(Hostility hostility, string tag) => new("if match", hostility.Pick(["PUT", "DELETE"]), $"/workouts/{hostility.Mark}/{hostility.Context.WorkoutId}")
    {
        Headers = [("If-Match", tag)],
        Body = Encoding.UTF8.GetBytes("{\"workoutType\":\"RUN\",\"durationMinutes\":30}"),
    };
}
