using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>One workout of a user: <c>/workouts/{userId}/{workoutId}</c>.</summary>
internal static class WorkoutRoutes
{
    private const string Path = $"/workouts/{{{PathParameters.UserId}}}/{{{PathParameters.WorkoutId}}}";

    public static Route Get { get; } = new()
    {
        Method = "GET",
        Path = Path,
        Function = FunctionNames.QueryWorkouts,
        Group = RouteGroup.Read,
        OperationId = "getWorkout",
        Summary = "Shows one workout.",
        Success = Answers.Json<WorkoutResponse>(200, "The workout.", (HeaderNames.ETag, Answers.VersionOfWorkout)),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.WorkoutNotFound, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    public static Route Replace { get; } = new()
    {
        Method = "PUT",
        Path = Path,
        Function = FunctionNames.ProcessWorkout,
        Group = RouteGroup.Write,
        OperationId = "replaceWorkout",
        Summary = "Replaces all that a workout holds but its user and its moment; the statistics follow.",
        Parameters = [HeaderParameters.IfMatch],
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
        Path = Path,
        Function = FunctionNames.ProcessWorkout,
        Group = RouteGroup.Write,
        OperationId = "deleteWorkout",
        Summary = "Takes a workout out of the log and of the statistics.",
        Parameters = [HeaderParameters.IfMatch],
        Success = Answers.Empty(204, "The workout is gone."),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.WorkoutNotFound, ProblemKind.Conflict, ProblemKind.VersionMismatch,
            ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };
}
