using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Statistics: <c>/stats/{userId}</c>.</summary>
internal static class StatsRoutes
{
    public static Route Get { get; } = new()
    {
        Method = "GET",
        Path = $"/stats/{{{PathParameters.UserId}}}",
        Function = FunctionNames.QueryWorkouts,
        Group = RouteGroup.Statistics,
        OperationId = "getStats",
        Summary = "Sums, averages and streaks over the workouts of a user, all of them or those of some months.",
        Parameters =
        [
            Month(QueryParameters.From, "The first month that counts"),
            Month(QueryParameters.To, "The last month that counts"),
            RouteParameter.InQuery(
                QueryParameters.GroupBy, "What else is summed by; type and month when left out", ParameterSchema.OneOf(StatsGrouping.All)),
        ],
        Success = Answers.Json<StatsResponse>(200, "The sums; all zero for a user without workouts."),
        Problems = [ProblemKind.InvalidRequest, ProblemKind.NotYourData, ProblemKind.InternalError, ProblemKind.Unavailable],
    };

    private static RouteParameter Month(string name, string description) => RouteParameter.InQuery(
        name, $"{description}, yyyy-MM; a workout belongs to the month of its local day", ParameterSchema.Matching("^[0-9]{4}-(0[1-9]|1[0-2])$"));
}
