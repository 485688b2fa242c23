using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>What changes workouts.</summary>
internal static class WriteRoutes
{
    private static readonly (string Name, string Description)[] _headersOfLogged =
    [
        (HeaderNames.Location, "Path of the workout"),
        (HeaderNames.ETag, Answers.VersionOfWorkout),
        (HeaderNames.IdempotentReplayed, "true when an earlier request had logged it; else left out"),
    ];

    public static Route Log { get; } = new()
    {
        Method = "POST",
        Path = "/workouts",
        Function = FunctionNames.ProcessWorkout,
        Group = "write",
        OperationId = "logWorkout",
        Summary = "Logs one workout.",
        Parameters = [Parameters.IdempotencyKey],
        Request = typeof(WorkoutRequest),
        Success = Answers.Json<WorkoutResponse>(
            201,
            "The workout is logged. Under an idempotency key that was used before, it is the workout that the key logged, as it is now; "
            + "when that has been deleted, the answer is 409 workout-deleted.",
            _headersOfLogged),
        OtherSuccess = Answers.Json<WorkoutResponse>(
            200, "The user has a workout with this externalId: it is shown as it is now, and nothing is stored.", _headersOfLogged),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.Conflict, ProblemKind.WorkoutDeleted, ProblemKind.BodyTooLarge,
            ProblemKind.UnsupportedMediaType, ProblemKind.KeyReused, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    public static Route LogBatch { get; } = new()
    {
        Method = "POST",
        Path = "/workouts/batch",
        Function = FunctionNames.ProcessWorkout,
        Group = "write",
        OperationId = "logWorkouts",
        IsBulk = true,
        Summary = $"Logs up to {ApiLimits.MaxBatchSize} workouts; each stands or falls alone.",
        Request = typeof(BatchRequest),
        Success = Answers.Json<BatchResponse>(200, "What became of each workout, in their order."),
        // What can go wrong with a workout is told in its result.
        Problems = [ProblemKind.InvalidRequest, ProblemKind.BodyTooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.InternalError],
    };

    public static Route Replace { get; } = new()
    {
        Method = "PUT",
        Path = "/workouts/{userId}/{workoutId}",
        Function = FunctionNames.ProcessWorkout,
        Group = "write",
        OperationId = "replaceWorkout",
        Summary = "Replaces all that a workout holds but its user, and moves it to another timestamp; it keeps its id, and the statistics follow.",
        Parameters = [Parameters.UserId, Parameters.WorkoutId, Parameters.IfMatch],
        Request = typeof(WorkoutReplacement),
        Success = Answers.Json<WorkoutResponse>(200, "The workout as it is now.", (HeaderNames.ETag, Answers.VersionOfWorkout)),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.WorkoutNotFound, ProblemKind.Conflict, ProblemKind.VersionMismatch,
            ProblemKind.BodyTooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    public static Route Delete { get; } = new()
    {
        Method = "DELETE",
        Path = "/workouts/{userId}/{workoutId}",
        Function = FunctionNames.ProcessWorkout,
        Group = "write",
        OperationId = "deleteWorkout",
        Summary = "Takes a workout out of the log and of the statistics.",
        Parameters = [Parameters.UserId, Parameters.WorkoutId, Parameters.IfMatch],
        Success = Answers.Empty(204, "The workout is gone."),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.WorkoutNotFound, ProblemKind.Conflict, ProblemKind.VersionMismatch,
            ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };
}
