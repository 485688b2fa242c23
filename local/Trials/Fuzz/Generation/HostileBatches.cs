namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Bodies of batches.</summary>
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
