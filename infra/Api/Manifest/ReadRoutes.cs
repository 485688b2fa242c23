using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>What shows workouts, and what sums them up.</summary>
internal static class ReadRoutes
{
    private const string NextPage = """The next page, <…>; rel="next"; left out on the last one""";

    // A page ends where its budget of read units does.
    private const string EndsEarly = "It may have fewer workouts than limit, or none, although others follow: read on until there is no next page";

    public static Route List { get; } = new()
    {
        Method = "GET",
        Path = "/workouts/{userId}",
        Function = FunctionNames.QueryWorkouts,
        Group = "read",
        OperationId = "listWorkouts",
        Summary = "Lists the workouts of a user, newest first.",
        Parameters =
        [
            Parameters.UserId,
            RouteParameter.InQuery(QueryParameters.Type, "Only workouts of this type", ParameterSchema.Matching($"^{ApiLimits.WorkoutTypePattern}$")),
            Bound(QueryParameters.From, "The earliest that is wanted"),
            Bound(QueryParameters.To, "The latest that is wanted"),
            Parameters.Limit(ApiLimits.MaxPageSize, ApiLimits.DefaultPageSize),
            Parameters.Cursor,
            RouteParameter.InQuery(
                QueryParameters.ExternalId,
                "Only the workout with this externalId, on a page of one or none; sent without any other parameter",
                ParameterSchema.Text(ApiLimits.MaxExternalIdLength)),
        ],
        Success = Answers.Json<WorkoutPage>(200, $"One page. {EndsEarly}.", (HeaderNames.Link, NextPage)),
        Problems = [ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.InternalError, ProblemKind.Unavailable],
    };

    public static Route Get { get; } = new()
    {
        Method = "GET",
        Path = "/workouts/{userId}/{workoutId}",
        Function = FunctionNames.QueryWorkouts,
        Group = "read",
        OperationId = "getWorkout",
        Summary = "Shows one workout.",
        Parameters = [Parameters.UserId, Parameters.WorkoutId],
        Success = Answers.Json<WorkoutResponse>(200, "The workout.", (HeaderNames.ETag, Answers.VersionOfWorkout)),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.WorkoutNotFound, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    public static Route Stats { get; } = new()
    {
        Method = "GET",
        Path = "/stats/{userId}",
        Function = FunctionNames.QueryWorkouts,
        Group = "statistics",
        OperationId = "getStats",
        Summary = "Sums, averages and streaks over the workouts of a user, all of them or those of some months.",
        Parameters =
        [
            Parameters.UserId,
            Month(QueryParameters.From, "The first month that counts"),
            Month(QueryParameters.To, "The last month that counts"),
            RouteParameter.InQuery(
                QueryParameters.GroupBy, "What else is summed by; type and month when left out", ParameterSchema.OneOf(StatsGrouping.All)),
        ],
        Success = Answers.Json<StatsResponse>(200, "The sums; all zero for a user without workouts."),
        Problems = [ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.InternalError, ProblemKind.Unavailable],
    };

    public static Route Export { get; } = new()
    {
        Method = "GET",
        Path = "/workouts/{userId}/export",
        Function = FunctionNames.QueryWorkouts,
        Group = "read",
        OperationId = "exportWorkouts",
        IsBulk = true,
        Summary = "Hands out all workouts of a user, newest first, as JSON or as CSV.",
        Parameters = [Parameters.UserId, Parameters.Limit(ApiLimits.MaxExportPageSize, ApiLimits.MaxExportPageSize), Parameters.Cursor],
        Success = new RouteAnswer(
            200,
            $"One page. {EndsEarly}. CSV has a line of names first, and an apostrophe before a text that a spreadsheet would take for a formula.",
            [new RouteContent(MediaTypes.Json, typeof(WorkoutPage)), new RouteContent(MediaTypes.Csv, typeof(string))],
            Answers.Headers((HeaderNames.Link, NextPage))),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.NotAcceptable, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    private static RouteParameter Bound(string name, string description) => RouteParameter.InQuery(
        name,
        $"{description}: an RFC 3339 timestamp, or a day (yyyy-MM-dd) as the user lived it; both count as in",
        ParameterSchema.Text());

    private static RouteParameter Month(string name, string description) => RouteParameter.InQuery(
        name, $"{description}, yyyy-MM; a workout belongs to the month of its local day", ParameterSchema.Matching("^[0-9]{4}-(0[1-9]|1[0-2])$"));
}
