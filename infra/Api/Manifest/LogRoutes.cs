using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Logging: <c>/workouts</c> and <c>/workouts/batch</c>.</summary>
internal static class LogRoutes
{
    private const string Path = "/workouts";

    public static Route One { get; } = new()
    {
        Method = "POST",
        Path = Path,
        Function = FunctionNames.ProcessWorkout,
        Group = RouteGroup.Write,
        OperationId = "logWorkout",
        Summary = "Logs one workout.",
        Parameters = [HeaderParameters.IdempotencyKey],
        Request = typeof(WorkoutRequest),
        Success = Answers.Json<WorkoutResponse>(
            201,
            "The workout is logged; under an idempotency key that was used before, the answer of the first time.",
            (HeaderNames.Location, "Path of the workout"),
            (HeaderNames.ETag, Answers.VersionOfWorkout),
            (HeaderNames.IdempotentReplayed, "true when an earlier request had logged it; else left out")),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.Conflict, ProblemKind.BodyTooLarge,
            ProblemKind.UnsupportedMediaType, ProblemKind.KeyReused, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    public static Route Batch { get; } = new()
    {
        Method = "POST",
        Path = $"{Path}/batch",
        Function = FunctionNames.ProcessWorkout,
        Group = RouteGroup.Write,
        OperationId = "logWorkouts",
        Summary = $"Logs up to {ApiLimits.MaxBatchSize} workouts; each stands or falls alone.",
        Request = typeof(BatchRequest),
        Success = Answers.Json<BatchResponse>(200, "What became of each workout, in their order."),
        // What can go wrong with a workout is told in its result.
        Problems = [ProblemKind.InvalidRequest, ProblemKind.BodyTooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.InternalError],
    };
}
