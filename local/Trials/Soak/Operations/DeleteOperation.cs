namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Deletes a workout; after a lost answer it reads the workout and retries on the version that it saw.</summary>
internal sealed class DeleteOperation(RetryingApi api, WorkoutLedger ledger, SoakTally tally)
{
    /// <param name="version">For <c>If-Match</c>; null sends none on the first attempt.</param>
    public async Task RunAsync(WorkoutRecord workout, int? version, CancellationToken cancellation)
    {
        workout.TryDeletion();
        var condition = version;
        ApiAnswer? answer = null;
        for (var attempt = 1; attempt <= RetryingApi.MaxAttempts; attempt++)
        {
            if (attempt > 1)
            {
                await api.PauseAsync(attempt, answer, cancellation);
            }

            answer = await api.TryAsync(HttpMethod.Delete, ReadBack.PathOf(workout), json: null, ReadBack.IfMatch(condition), cancellation);
            if (answer?.Status is HttpStatusCode.NoContent or HttpStatusCode.NotFound)
            {
                ledger.Report(workout.AcknowledgeAbsence());
                return;
            }

            if (answer?.Status is HttpStatusCode.PreconditionFailed)
            {
                // Edited since: a client that names a version must not overwrite that edit.
                return;
            }

            if (answer is not null && RetryingApi.IsRetryable(answer))
            {
                continue;
            }

            if (!RetryingApi.IsOutcomeUnknown(answer))
            {
                ledger.Report(ReadBack.Unexpected(HttpMethod.Delete, workout, answer!));
                workout.AddUncertainDeletion();
                return;
            }

            switch (await ReadBack.ReadAsync(api, ledger, workout, cancellation))
            {
                case ReadBack.Absent:
                    return;
                case ReadBack.Found found:
                    condition = found.Version;
                    break;
            }
        }

        tally.CountAbandoned();
        workout.AddUncertainDeletion();
    }
}
