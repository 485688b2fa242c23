using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Routes that read workouts and statistics.</summary>
internal static class ReadRoutes
{
    private const string NextPage = """The next page, <…>; rel="next"; absent on the last page""";

    // A page ends when its budget of read units is used up.
    private const string EndsEarly = "It may have fewer workouts than limit, or none, even if more follow: read on until there is no next page";

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
            Bound(QueryParameters.From, "Earliest timestamp"),
            Bound(QueryParameters.To, "Latest timestamp"),
            Parameters.Limit(ApiLimits.MaxPageSize, ApiLimits.DefaultPageSize),
            Parameters.Cursor,
            RouteParameter.InQuery(
                QueryParameters.ExternalId,
                "Only the workout with this externalId, as a page of one or none; no other parameter is allowed with it",
                ParameterSchema.Text(ApiLimits.MaxExternalIdLength, $"^{ApiLimits.ClientNamePattern}$")),
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
        Summary = "Returns one workout.",
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
        Summary = "Returns sums, averages and streaks over a user's workouts: all of them, or those in a range of months.",
        Parameters =
        [
            Parameters.UserId,
            Month(QueryParameters.From, "First month"),
            Month(QueryParameters.To, "Last month"),
            RouteParameter.InQuery(
                QueryParameters.GroupBy, "Grouping of the sums; by type and by month if omitted", ParameterSchema.OneOf(StatsGrouping.All)),
            RouteParameter.InQuery(
                QueryParameters.AsOf,
                "The user's current date, yyyy-MM-dd, for the current streak; if omitted, the current date at the UTC offset of the latest workout",
                ParameterSchema.Matching("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")),
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
        Summary = "Returns all workouts of a user, newest first, as JSON or CSV.",
        Parameters =
        [
            Parameters.UserId,
            Parameters.Limit(ApiLimits.MaxExportPageSize, ApiLimits.MaxExportPageSize),
            Parameters.Cursor,
            RouteParameter.InQuery(QueryParameters.Bom, "true starts the CSV with a byte order mark, which Excel needs to read it as UTF-8", ParameterSchema.Switch()),
        ],
        Success = new RouteAnswer(
            200,
            $"One page. {EndsEarly}. CSV starts with a header line: {string.Join(", ", ExportColumns.All)}; the order is stable, and new columns are added last. "
                + "Text with a comma, semicolon, tab, quotation mark or line break is quoted; text that a spreadsheet would read as a formula starts with an apostrophe.",
            [new RouteContent(MediaTypes.Json, typeof(WorkoutPage)), new RouteContent(MediaTypes.Csv, typeof(string))],
            Answers.Headers((HeaderNames.Link, NextPage))),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.NotAcceptable, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    private static RouteParameter Bound(string name, string description) => RouteParameter.InQuery(
        name,
        $"{description}, inclusive: RFC 3339, or a day (yyyy-MM-dd) in the user's local time",
        ParameterSchema.Matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt][0-9:.]+([Zz]|[+-][0-9]{2}:[0-9]{2}))?$"));

    private static RouteParameter Month(string name, string description) => RouteParameter.InQuery(
        name, $"{description}, inclusive, yyyy-MM; a workout belongs to the month of its local day", ParameterSchema.Matching("^[0-9]{4}-(0[1-9]|1[0-2])$"));
}
