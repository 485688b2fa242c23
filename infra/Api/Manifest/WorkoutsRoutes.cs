using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Many workouts of a user: <c>/workouts/{userId}</c> and its export.</summary>
internal static class WorkoutsRoutes
{
    private const string Path = $"/workouts/{{{PathParameters.UserId}}}";
    private const string NextPage = """The next page, <…>; rel="next"; left out on the last one""";

    public static Route List { get; } = new()
    {
        Method = "GET",
        Path = Path,
        Function = FunctionNames.QueryWorkouts,
        Group = RouteGroup.Read,
        OperationId = "listWorkouts",
        Summary = "Lists the workouts of a user, newest first.",
        Parameters =
        [
            RouteParameter.InQuery(QueryParameters.Type, "Only workouts of this type", ParameterSchema.Matching($"^{ApiLimits.WorkoutTypePattern}$")),
            Bound(QueryParameters.From, "The earliest that is wanted"),
            Bound(QueryParameters.To, "The latest that is wanted"),
            Limit(ApiLimits.MaxPageSize, ApiLimits.DefaultPageSize),
            Cursor,
        ],
        Success = Answers.Json<WorkoutPage>(200, "One page; empty for a user without workouts.", (HeaderNames.Link, NextPage)),
        Problems = [ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.InternalError, ProblemKind.Unavailable],
    };

    public static Route Export { get; } = new()
    {
        Method = "GET",
        Path = $"{Path}/export",
        Function = FunctionNames.QueryWorkouts,
        Group = RouteGroup.Read,
        OperationId = "exportWorkouts",
        Summary = "Hands out all workouts of a user, newest first, as JSON or as CSV.",
        Parameters = [Limit(ApiLimits.MaxExportPageSize, ApiLimits.MaxExportPageSize), Cursor],
        Success = new RouteAnswer(
            200,
            "One page; CSV has a line of names first, and an apostrophe before a text that a spreadsheet would take for a formula.",
            [new RouteContent(MediaTypes.Json, typeof(WorkoutPage)), new RouteContent(MediaTypes.Csv, typeof(string))],
            Answers.Headers((HeaderNames.Link, NextPage))),
        Problems =
        [
            ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.NotAcceptable, ProblemKind.InternalError, ProblemKind.Unavailable,
        ],
    };

    private static RouteParameter Cursor => RouteParameter.InQuery(
        QueryParameters.Cursor, "The nextCursor of the page before, with all else but the limit as it was", ParameterSchema.Text());

    private static RouteParameter Bound(string name, string description) => RouteParameter.InQuery(
        name,
        $"{description}: an RFC 3339 timestamp, or a day (yyyy-MM-dd) as the user lived it; both count as in",
        ParameterSchema.Text());

    private static RouteParameter Limit(int maximum, int byDefault) => RouteParameter.InQuery(
        QueryParameters.Limit, "Workouts on a page", ParameterSchema.Count(maximum, byDefault));
}
