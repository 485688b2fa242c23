namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Logs workouts under an <c>Idempotency-Key</c>, for the first time and again.</summary>
internal sealed class CreateOperation(PatientApi api, WorkoutLedger ledger, SoakTally tally)
{
    private const string Path = "/workouts";

    public async Task CreateAsync(SentWorkout sent, CancellationToken cancellation)
    {
        var record = ledger.Add(sent);
        if (await SendAsync(sent, cancellation) is not { } answer)
        {
            tally.CountAbandoned();
        }
        else if (IsLogged(answer, record))
        {
            ledger.Acknowledge(record, IdOf(answer));
        }
    }

    public async Task ReplayAsync(WorkoutRecord record, CancellationToken cancellation)
    {
        if (await SendAsync(record.Sent, cancellation) is not { } answer)
        {
            tally.CountAbandoned();
        }
        else if (IsLogged(answer, record))
        {
            ledger.Report(record.AcknowledgeCreation(IdOf(answer)));
            ledger.Report(answer.Header(HeaderNames.IdempotentReplayed) == "true" ? null : $"{record}: the answer to a replay does not say that it is one.");
        }
    }

    private Task<ApiAnswer?> SendAsync(SentWorkout sent, CancellationToken cancellation) =>
        api.InsistAsync(HttpMethod.Post, Path, sent.ToJson().ToJsonString(), [(HeaderNames.IdempotencyKey, sent.Key)], cancellation);

    private bool IsLogged(ApiAnswer answer, WorkoutRecord record)
    {
        if (answer.Status != HttpStatusCode.Created)
        {
            ledger.Report(ReadBack.Unexpected(HttpMethod.Post, record, answer));
            return false;
        }

        var (sent, logged) = (record.Sent.Content, Content.Read(answer.Json));
        ledger.Report(sent == logged ? null : $"{record}: {sent} was sent, but {logged} was answered.");
        return true;
    }

    private static string IdOf(ApiAnswer answer) => answer.Json[WorkoutFields.WorkoutId]!.GetValue<string>();
}
