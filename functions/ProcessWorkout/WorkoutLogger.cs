using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Logs workouts, sent alone or in a batch.</summary>
public sealed class WorkoutLogger(WorkoutCreation creation)
{
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been written.</exception>
    public async Task<LogOutcome> LogAsync(ReceivedWorkout received, ApiRequest request) => await (await LogAsync([received], request))[0];

    /// <param name="received">Of one user.</param>
    /// <returns>The outcome of each; a failed task has one of the exceptions of a single workout.</returns>
    public async Task<IReadOnlyList<Task<LogOutcome>>> LogAsync(IReadOnlyList<ReceivedWorkout> received, ApiRequest request)
    {
        LogOutcome.Refused?[] refusals = [.. received.Select(workout => Refuse(workout, request))];
        NewWorkout[] accepted = [.. received.Zip(refusals).Where(pair => pair.Second is null).Select(pair => Accept(pair.First, request))];
        var created = new Queue<Task<CreateOutcome>>(await creation.CreateAsync(accepted, request.Scope));
        return [.. refusals.Select(refusal => refusal is null ? OutcomeAsync(created.Dequeue(), request) : Task.FromResult<LogOutcome>(refusal))];
    }

    private static LogOutcome.Refused? Refuse(ReceivedWorkout received, ApiRequest request) =>
        received.UserId is { } userId && request.Caller.RefusalFor(userId) is { } refusal
            ? new LogOutcome.Refused(Problems.Of(ProblemKind.NotYourData, request, refusal))
            : received.Validation is WorkoutValidation.Refused refused ? new LogOutcome.Refused(Problems.Invalid(request, refused.Errors))
            : null;

    private static NewWorkout Accept(ReceivedWorkout received, ApiRequest request) => received.Validation is WorkoutValidation.Accepted accepted
        ? new(accepted.Workout, received.IdempotencyKey is { } key ? new IdempotentRequest(request.Caller.Name, key, Fingerprint.Of(received.Draft)) : null)
        : throw new InvalidOperationException($"{received.Validation.GetType()} is not a known outcome.");

    private static async Task<LogOutcome> OutcomeAsync(Task<CreateOutcome> created, ApiRequest request)
    {
        switch (await created)
        {
            case CreateOutcome.Created stored:
                request.Metrics.CountLogged(stored.Stored.Workout, request.Rules);
                return new LogOutcome.Logged(stored.Stored, Status: 201, Replayed: false);
            case CreateOutcome.Replayed replayed:
                request.Metrics.CountReplay();
                return new LogOutcome.Logged(replayed.Stored, Status: 201, Replayed: true);
            case CreateOutcome.Known known:
                request.Metrics.CountReplay();
                return new LogOutcome.Logged(known.Stored, Status: 200, Replayed: true);
            case CreateOutcome.Deleted:
                return new LogOutcome.Refused(Problems.Of(
                    ProblemKind.WorkoutDeleted, request, "The workout logged under this key has been deleted. Send a new key to log it again."));
            case CreateOutcome.KeyReused:
                return new LogOutcome.Refused(Problems.Of(
                    ProblemKind.KeyReused, request, "This idempotency key was used for another workout; send a new key for a new workout."));
            case var outcome:
                throw new InvalidOperationException($"{outcome.GetType()} is not a known outcome.");
        }
    }
}

/// <summary>Outcome of logging one workout.</summary>
public abstract record LogOutcome
{
    private LogOutcome()
    {
    }

    /// <param name="Status">Of the response.</param>
    /// <param name="Replayed">An earlier request had logged it.</param>
    public sealed record Logged(StoredWorkout Stored, int Status, bool Replayed) : LogOutcome;

    public sealed record Refused(Problem Problem) : LogOutcome;
}
