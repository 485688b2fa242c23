using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Routes that change workouts.</summary>
internal static class WriteRoutes
{
    private static readonly (string Name, string Description)[] _headersOfLogged =
    [
        (HeaderNames.Location, "Path of the workout"),
        (HeaderNames.ETag, Answers.VersionOfWorkout),
        (HeaderNames.IdempotentReplayed, "true if an earlier request logged it; otherwise absent"),
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
            "The workout is logged. If the idempotency key was used before, this is the workout logged under it, in its current state; "
            + "if that was deleted, the response is 409 workout-deleted.",
            _headersOfLogged),
        OtherSuccess = Answers.Json<WorkoutResponse>(
            200, "The user already has a workout with this externalId. It is returned in its current state; nothing is stored.", _headersOfLogged),
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
        Summary = $"Logs up to {ApiLimits.MaxBatchSize} workouts; each succeeds or fails on its own.",
        Request = typeof(BatchRequest),
        Success = Answers.Json<BatchResponse>(200, "The result of each workout, in request order."),
        // Errors of a single workout are in its result.
        Problems = [ProblemKind.InvalidRequest, ProblemKind.BodyTooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.InternalError],
    };

    public static Route Replace { get; } = new()
    {
        Method = "PUT",
        Path = "/workouts/{userId}/{workoutId}",
        Function = FunctionNames.ProcessWorkout,
        Group = "write",
        OperationId = "replaceWorkout",
        Summary = "Replaces a workout, except its user and ids; a new timestamp moves it. Statistics are updated.",
        Parameters = [Parameters.UserId, Parameters.WorkoutId, Parameters.IfMatch],
        Request = typeof(WorkoutReplacement),
        Success = Answers.Json<WorkoutResponse>(200, "The replaced workout.", (HeaderNames.ETag, Answers.VersionOfWorkout)),
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
        Summary = "Deletes a workout and removes it from the statistics.",
        Parameters = [Parameters.UserId, Parameters.WorkoutId, Parameters.IfMatch],
        Success = Answers.Empty(204, "The workout is deleted."),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.WorkoutNotFound, ProblemKind.Conflict, ProblemKind.VersionMismatch,
            ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };
}
