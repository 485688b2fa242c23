namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Reads a workout and checks it against the ledger, or reads a list or the statistics.</summary>
internal sealed class ReadOperation(RetryingApi api, WorkoutLedger ledger, SoakTally tally)
{
    private const double WorkoutShare = 0.6;

    public async Task RunAsync(string userId, Random random, CancellationToken cancellation)
    {
        if (random.NextDouble() < WorkoutShare && ledger.Pick(userId, random, alsoGone: false) is { } workout)
        {
            if (await ReadBack.ReadAsync(api, ledger, workout, cancellation) is ReadBack.Unknown)
            {
                tally.CountAbandoned();
            }

            return;
        }

        var path = random.Next(2) == 0 ? $"/workouts/{userId}" : $"/stats/{userId}";
        switch (await api.SendWithRetriesAsync(HttpMethod.Get, path, json: null, [], cancellation))
        {
            case null:
                tally.CountAbandoned();
                break;
            case { Status: not HttpStatusCode.OK } answer:
                ledger.Report($"GET {path} returned {(int)answer.Status}: {answer.Body}");
                break;
        }
    }
}
