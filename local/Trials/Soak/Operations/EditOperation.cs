namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Replaces what a workout holds; after an answer that was lost it reads the workout, and tries again on the version that it saw.</summary>
internal sealed class EditOperation(PatientApi api, WorkoutLedger ledger, SoakTally tally)
{
    /// <param name="version">For <c>If-Match</c>; null sends none at first.</param>
    public async Task RunAsync(WorkoutRecord workout, Content content, int? version, CancellationToken cancellation)
    {
        var (isConditional, condition, json) = (version is not null, version, content.ToJson().ToJsonString());
        // Conditions of tries that may have been carried out; of several on one version, one at most was.
        var open = new List<int?>();
        ApiAnswer? answer = null;
        for (var attempt = 1; attempt <= PatientApi.MaxTries; attempt++)
        {
            if (attempt > 1)
            {
                await api.PauseAsync(attempt, answer, cancellation);
            }

            answer = await api.TryAsync(HttpMethod.Put, ReadBack.PathOf(workout), json, ReadBack.IfMatch(condition), cancellation);
            if (answer is { Status: HttpStatusCode.OK })
            {
                Acknowledge(workout, ReadBack.VersionOf(answer), content, Content.Read(answer.Json), open.Count);
                return;
            }

            if (answer is { Status: HttpStatusCode.NotFound })
            {
                ledger.Report(workout.AcknowledgeAbsence());
                return;
            }

            if (answer is { Status: HttpStatusCode.PreconditionFailed } && open.Count == 0)
            {
                return;
            }

            if (answer is not null && PatientApi.IsUndone(answer))
            {
                continue;
            }

            if (PatientApi.MayBeDone(answer))
            {
                Add(open, condition);
            }
            else if (answer!.Status != HttpStatusCode.PreconditionFailed)
            {
                ledger.Report(ReadBack.Unexpected(HttpMethod.Put, workout, answer));
                workout.AddUncertainEdit(content, open.Count + 1);
                return;
            }

            var isStale = answer is { Status: HttpStatusCode.PreconditionFailed };
            switch (await ReadBack.ReadAsync(api, ledger, workout, cancellation))
            {
                case ReadBack.Absent:
                    return;
                case ReadBack.Found found when found.Content == content:
                    Acknowledge(workout, found.Version, content, found.Content, open.Count - 1);
                    return;
                case ReadBack.Found when isStale && isConditional:
                    // Somebody else came first, or wrote over it: whoever names a version does not want to win.
                    workout.AddUncertainEdit(content, open.Count);
                    return;
                case ReadBack.Found found:
                    condition = found.Version;
                    break;
            }
        }

        tally.CountAbandoned();
        workout.AddUncertainEdit(content, open.Count);
    }

    // An edit without a version may be carried out by every one of its tries.
    private static void Add(List<int?> open, int? condition)
    {
        if (condition is null || !open.Contains(condition))
        {
            open.Add(condition);
        }
    }

    private void Acknowledge(WorkoutRecord workout, int version, Content sent, Content answered, int others)
    {
        ledger.Report(sent == answered ? null : $"{workout}: {sent} was sent, but {answered} was answered.");
        ledger.Report(workout.AcknowledgeEdit(version, sent));
        workout.AddUncertainEdit(sent, others);
    }
}
