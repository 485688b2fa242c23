namespace WorkoutLog.Local.Soak.Operations;

/// <summary>The state of a workout as read from the API.</summary>
internal abstract record ReadBack
{
    private ReadBack()
    {
    }

    public sealed record Found(int Version, Content Content) : ReadBack;

    public sealed record Absent : ReadBack;

    public sealed record Unknown : ReadBack;

    public static string PathOf(WorkoutRecord workout) => $"/workouts/{workout.Sent.UserId}/{workout.Id}";

    /// <returns>The version that the answer names; 0 for none.</returns>
    public static int VersionOf(ApiAnswer answer) =>
        int.TryParse(answer.Header(HeaderNames.ETag)?.Trim('"'), CultureInfo.InvariantCulture, out var version) ? version : 0;

    public static (string, string)[] IfMatch(int? version) =>
        version is { } known ? [(HeaderNames.IfMatch, string.Create(CultureInfo.InvariantCulture, $"\"{known}\""))] : [];

    /// <summary>Reads the workout and checks it against the ledger.</summary>
    public static async Task<ReadBack> ReadAsync(RetryingApi api, WorkoutLedger ledger, WorkoutRecord workout, CancellationToken cancellation)
    {
        var answer = await api.SendWithRetriesAsync(HttpMethod.Get, PathOf(workout), json: null, [], cancellation);
        switch (answer?.Status)
        {
            case HttpStatusCode.OK:
                var found = new Found(VersionOf(answer), Content.Read(answer.Json));
                ledger.Report(workout.Observe(found.Version, found.Content));
                return found;
            case HttpStatusCode.NotFound:
                ledger.Report(workout.AcknowledgeAbsence());
                return new Absent();
            case null:
                return new Unknown();
            default:
                ledger.Report(Unexpected(HttpMethod.Get, workout, answer));
                return new Unknown();
        }
    }

    public static string Unexpected(HttpMethod method, WorkoutRecord workout, ApiAnswer answer) =>
        $"{workout}: {method} returned {(int)answer.Status}: {answer.Body}";
}
