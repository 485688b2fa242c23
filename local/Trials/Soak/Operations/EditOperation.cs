namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Replaces a workout's content; after a lost answer it reads the workout and retries on the version that it saw.</summary>
internal sealed class EditOperation(RetryingApi api, WorkoutLedger ledger, SoakTally tally)
{
    /// <param name="version">For <c>If-Match</c>; null sends none on the first attempt.</param>
    public async Task RunAsync(WorkoutRecord workout, Content content, int? version, CancellationToken cancellation)
    {
        var (isConditional, condition, json) = (version is not null, version, content.ToJson().ToJsonString());
        // Conditions of attempts that may have been applied; of several on one version, at most one was.
        var open = new List<int?>();
        ApiAnswer? answer = null;
        for (var attempt = 1; attempt <= RetryingApi.MaxAttempts; attempt++)
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

            if (answer is not null && RetryingApi.IsRetryable(answer))
            {
                continue;
            }

            if (RetryingApi.IsOutcomeUnknown(answer))
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
                    // Another client wrote before or after: a client that names a version must not overwrite.
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

    // An edit without a version may be applied by each attempt.
    private static void Add(List<int?> open, int? condition)
    {
        if (condition is null || !open.Contains(condition))
        {
            open.Add(condition);
        }
    }

    private void Acknowledge(WorkoutRecord workout, int version, Content sent, Content answered, int others)
    {
        ledger.Report(sent == answered ? null : $"{workout}: {sent} was sent, but {answered} was returned.");
        ledger.Report(workout.AcknowledgeEdit(version, sent));
        workout.AddUncertainEdit(sent, others);
    }
}
