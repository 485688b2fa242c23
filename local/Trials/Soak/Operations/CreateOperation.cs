namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Logs workouts with an <c>Idempotency-Key</c>, replays them, and sends them again with the <c>externalId</c> alone.</summary>
internal sealed class CreateOperation(RetryingApi api, WorkoutLedger ledger, SoakTally tally)
{
    private const string Path = "/workouts";

    /// <param name="known">Another workout with the same <c>externalId</c>; null for none.</param>
    public async Task CreateAsync(SentWorkout sent, WorkoutRecord? known, CancellationToken cancellation)
    {
        var record = ledger.Add(sent);
        switch (await SendAsync(sent, cancellation))
        {
            case { Status: HttpStatusCode.OK } answer when known is not null:
                ledger.Remove(record);
                ShowsAnother(answer, sent, known);
                break;
            case { Status: HttpStatusCode.Created } when known is { IsDeletionTried: false }:
                ledger.Report($"{known} was not deleted, but another workout was created with its externalId.");
                break;
            case { } answer:
                Shows(answer, record);
                break;
            default:
                tally.CountAbandoned();
                break;
        }
    }

    public async Task ReplayAsync(WorkoutRecord record, CancellationToken cancellation)
    {
        if (await SendAsync(record.Sent, cancellation) is { } answer)
        {
            Shows(answer, record);
            ledger.Report(
                answer.Status == HttpStatusCode.Created && answer.Header(HeaderNames.IdempotentReplayed) != "true"
                    ? $"{record}: the response to a replay lacks {HeaderNames.IdempotentReplayed}: true." : null);
        }
        else
        {
            tally.CountAbandoned();
        }
    }

    private Task<ApiAnswer?> SendAsync(SentWorkout sent, CancellationToken cancellation) =>
        api.SendWithRetriesAsync(HttpMethod.Post, Path, sent.ToJson().ToJsonString(), [(HeaderNames.IdempotencyKey, sent.Key)], cancellation);

    // The answer shows the workout as logged, as edited since, or that it was deleted.
    private void Shows(ApiAnswer answer, WorkoutRecord record)
    {
        switch (answer.Status)
        {
            case HttpStatusCode.Created:
                ledger.Acknowledge(record, IdOf(answer));
                ledger.Report(record.Observe(ReadBack.VersionOf(answer), Content.Read(answer.Json)));
                break;
            case HttpStatusCode.Conflict:
                ledger.Report(record.AcknowledgeAbsence());
                break;
            default:
                ledger.Report(ReadBack.Unexpected(HttpMethod.Post, record, answer));
                break;
        }
    }

    // The answer to the client that sent it may still be on its way, or be lost.
    private void ShowsAnother(ApiAnswer answer, SentWorkout sent, WorkoutRecord known)
    {
        var (id, content) = (IdOf(answer), Content.Read(answer.Json));
        if (answer.Json[WorkoutFields.ExternalId]?.GetValue<string>() != sent.ExternalId || ledger.Find(sent.UserId, id, content) is not { } shown)
        {
            ledger.Report($"{known}: its externalId returned another workout: {answer.Body}");
            return;
        }

        ledger.Acknowledge(shown, id);
        ledger.Report(shown.Observe(ReadBack.VersionOf(answer), content));
    }

    private static string IdOf(ApiAnswer answer) => answer.Json[WorkoutFields.WorkoutId]!.GetValue<string>();
}
