using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Logs one workout, whether it came alone or in a batch.</summary>
public sealed class WorkoutLogger(WorkoutCreation creation)
{
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been written.</exception>
    public async Task<LogOutcome> LogAsync(ReceivedWorkout received, ApiRequest request)
    {
        if (received.UserId is { } userId && request.Caller.RefusalFor(userId) is { } refusal)
        {
            return new LogOutcome.Refused(Problems.Of(ProblemKind.NotYourData, request, refusal));
        }

        return received.Validation switch
        {
            WorkoutValidation.Accepted accepted => await CreateAsync(accepted.Workout, received, request),
            WorkoutValidation.Refused refused => new LogOutcome.Refused(Problems.Invalid(request, refused.Errors)),
            _ => throw new InvalidOperationException($"{received.Validation.GetType()} is no known outcome."),
        };
    }

    private async Task<LogOutcome> CreateAsync(Workout workout, ReceivedWorkout received, ApiRequest request)
    {
        IdempotentRequest? named = received.IdempotencyKey is { } key
            ? new IdempotentRequest(request.Caller.Name, key, Fingerprint.Of(received.Draft))
            : null;
        switch (await creation.CreateAsync(workout, named, request.Scope))
        {
            case CreateOutcome.Created created:
                request.Metrics.CountLogged(created.Stored.Workout, request.Rules);
                return new LogOutcome.Logged(created.Stored, Status: 201, Replayed: false);
            case CreateOutcome.Replayed replayed:
                request.Metrics.CountReplay();
                return new LogOutcome.Logged(replayed.Stored, Status: 201, Replayed: true);
            case CreateOutcome.Known known:
                request.Metrics.CountReplay();
                return new LogOutcome.Logged(known.Stored, Status: 200, Replayed: true);
            case CreateOutcome.Deleted:
                return new LogOutcome.Refused(Problems.Of(
                    ProblemKind.WorkoutDeleted, request, "The workout that this key logged has been deleted. Send a new key to log it again."));
            case CreateOutcome.KeyReused:
                return new LogOutcome.Refused(Problems.Of(
                    ProblemKind.KeyReused, request, "Another workout was sent under this idempotency key; a new workout needs a new key."));
            case var outcome:
                throw new InvalidOperationException($"{outcome.GetType()} is no known outcome.");
        }
    }
}

/// <summary>What became of one workout that was to be logged.</summary>
public abstract record LogOutcome
{
    private LogOutcome()
    {
    }

    /// <param name="Status">Of the answer.</param>
    /// <param name="Replayed">An earlier request had logged it.</param>
    public sealed record Logged(StoredWorkout Stored, int Status, bool Replayed) : LogOutcome;

    public sealed record Refused(Problem Problem) : LogOutcome;
}
