namespace WorkoutLog.Local.Fuzz.Generation;

/// <summary>Valid requests by callers who may act only for another user or for none. All must be rejected.</summary>
internal static class ForeignData
{
    public static HostileRequest Create(Hostility hostility)
    {
        string userId = hostility.Context.UserId;
        string workout = $"/workouts/{userId}/{hostility.Context.WorkoutId}";
        string body = $$"""{"userId":"{{userId}}","workoutType":"RUN","durationMinutes":30,"externalId":"own:1"}""";
        (string method, string path, string? sent) = hostility.Pick<(string, string, string?)>(
        [
            ("POST", "/workouts", body), ("POST", "/workouts/batch", $$"""{"workouts":[{{body}},{{body}}]}"""), ("GET", workout, null),
            ("PUT", workout, """{"workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-02T03:04:05Z"}"""), ("DELETE", workout, null), ("GET", $"/workouts/{userId}", null),
            ("GET", $"/workouts/{userId}/export", null), ("GET", $"/stats/{userId}", null),
        ]);
        return new HostileRequest("foreign data", method, path)
        {
            Body = sent is null ? null : Encoding.UTF8.GetBytes(sent),
            Caller = hostility.Pick(["athlete", "guest", "person"]),
        };
    }
}
