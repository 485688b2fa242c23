namespace WorkoutLog.Local.Soak.Operations;

/// <summary>Deletes a workout; after an answer that was lost it reads the workout, and tries again on the version that it saw.</summary>
internal sealed class DeleteOperation(PatientApi api, WorkoutLedger ledger, SoakTally tally)
{
    /// <param name="version">For <c>If-Match</c>; null sends none at first.</param>
    public async Task RunAsync(WorkoutRecord workout, int? version, CancellationToken cancellation)
    {
        workout.TryDeletion();
        var condition = version;
        ApiAnswer? answer = null;
        for (var attempt = 1; attempt <= PatientApi.MaxTries; attempt++)
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
                // Somebody has edited it since: whoever names a version does not want to lose that.
                return;
            }

            if (answer is not null && PatientApi.IsUndone(answer))
            {
                continue;
            }

            if (!PatientApi.MayBeDone(answer))
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
