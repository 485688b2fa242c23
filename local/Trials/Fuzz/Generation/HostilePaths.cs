namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Hostile ids and other path content.</summary>
internal static class HostilePaths
{
    // Written into the URL without encoding.
    private static readonly string[] _raw =
    [
        "..", ".", "...", "%2e%2e", "%2E%2e%2F", "..%2f..%2f", "%252e%252e", "a%2fb", "%2f", "%5c..%5c", "%00", "a%00b", "%", "%z", "%c0%ae%c0%ae", "%ff%fe", "%ed%a0%80", "%u002e", ";a=b", "a;jsessionid=1",
        "*", "$", "{userId}", "%7BuserId%7D", "{proxy+}", "a+b", "a%20b", "%20", "%09", "%0d%0aX-Injected:%201", "%0a", "'", "%22", "~", "!", "(", "a,b", "@", "a@b", "&a=b", "batch", "batch%00", "export", "stats",
    ];

    public static HostileRequest Create(Hostility hostility)
    {
        string userId = hostility.Chance(0.5) ? hostility.Context.UserId : Segment(hostility);
        string workoutId = hostility.Random.Next(4) switch
        {
            0 => Flipped(hostility),
            1 => hostility.Context.WorkoutId + hostility.Pick(["=", "==", "A", "%00", "%2F..", "%20"]),
            _ => Segment(hostility),
        };
        string path = hostility.Random.Next(7) switch
        {
            0 => $"/workouts/{userId}/{hostility.Pick(["..", ".", "%2e%2e", "../.."])}/stats/{Segment(hostility)}",
            1 => $"/stats/{Segment(hostility)}",
            2 => $"/workouts/{Segment(hostility)}",
            3 => $"/workouts/{Segment(hostility)}/export",
            _ => $"/workouts/{userId}/{workoutId}",
        };
        string method = hostility.Pick(["GET", "GET", "DELETE", "PUT"]);
        return new HostileRequest("path", method, path)
        {
            Body = method == "PUT" ? "{\"workoutType\":\"RUN\",\"durationMinutes\":30,\"workoutTimestamp\":\"2026-01-02T03:04:05Z\"}"u8.ToArray() : null,
            Caller = hostility.Chance(0.2) ? "athlete" : "service",
            // Dots may resolve to another path, and some hostile ids are valid names of users without workouts.
            MayBeValid = method == "GET",
            MayBeRejectedByServer = true,
        };
    }

    private static string Segment(Hostility hostility) => hostility.Random.Next(3) switch
    {
        0 => hostility.Pick(_raw),
        1 => hostility.Pick(_raw) + hostility.Mark,
        _ => Hostility.Encode(hostility.Text()),
    };

    private static string Flipped(Hostility hostility)
    {
        char[] id = hostility.Context.WorkoutId.ToCharArray();
        int place = hostility.Random.Next(id.Length);
        id[place] = id[place] == 'A' ? '_' : hostility.Pick(['A', '~', '.']);
        return new string(id);
    }
}

/// <summary>Paths and methods that the API does not have. All must be rejected.</summary>
internal static class UnknownRoutes
{
    private static readonly string[] _paths =
        ["/", "/workout", "/Workouts", "/workouts/a/b/c", "/stats", "/admin", "/.env", "/.git/config", "/2018-06-01/runtime/invocation/next", "/latest/meta-data/", "/workouts/a/export/b", "/openapi.json"];

    public static HostileRequest Create(Hostility hostility) => hostility.Chance(0.5)
        ? new HostileRequest("unknown route", hostility.Pick(["GET", "POST", "PUT", "DELETE", "PATCH"]), hostility.Pick(_paths) + (hostility.Chance(0.5) ? "" : "/" + hostility.Mark + "/x/y/z"))
        : new HostileRequest("unknown route", hostility.Pick(["PATCH", "PUT", "DELETE", "OPTIONS"]), hostility.Pick(["/workouts/batch", $"/stats/{hostility.Mark}"]));
}
