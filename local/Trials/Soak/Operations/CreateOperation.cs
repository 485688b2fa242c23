namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Logs workouts under an <c>Idempotency-Key</c>, for the first time, again, and again under their <c>externalId</c> alone.</summary>
internal sealed class CreateOperation(PatientApi api, WorkoutLedger ledger, SoakTally tally)
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
                ledger.Report($"{known} has an externalId under which another workout was logged, though nobody deleted it.");
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
                    ? $"{record}: the answer to a replay does not say that it is one." : null);
        }
        else
        {
            tally.CountAbandoned();
        }
    }

    private Task<ApiAnswer?> SendAsync(SentWorkout sent, CancellationToken cancellation) =>
        api.InsistAsync(HttpMethod.Post, Path, sent.ToJson().ToJsonString(), [(HeaderNames.IdempotencyKey, sent.Key)], cancellation);

    // As it was logged, as somebody edited it since, or that somebody deleted it.
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

    // The answer to its own client may still be on its way, or be lost.
    private void ShowsAnother(ApiAnswer answer, SentWorkout sent, WorkoutRecord known)
    {
        var (id, content) = (IdOf(answer), Content.Read(answer.Json));
        if (answer.Json[WorkoutFields.ExternalId]?.GetValue<string>() != sent.ExternalId || ledger.Find(sent.UserId, id, content) is not { } shown)
        {
            ledger.Report($"{known}: its externalId was answered with another workout: {answer.Body}");
            return;
        }

        ledger.Acknowledge(shown, id);
        ledger.Report(shown.Observe(ReadBack.VersionOf(answer), content));
    }

    private static string IdOf(ApiAnswer answer) => answer.Json[WorkoutFields.WorkoutId]!.GetValue<string>();
}
