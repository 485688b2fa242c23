using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>GET /workouts/{userId}/export</c>, after the run was deleted.</summary>
internal static class ExportExamples
{
    private static readonly ExampleRequest _request = Requests.OfUser(ExampleValues.Athlete);

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "json", "As JSON, which is exact.",
            _request.WithHeader(HeaderNames.Accept, MediaTypes.Json),
            ExampleAnswers.Json(200, new WorkoutPage { Items = [Workouts.Swim, Workouts.Ride], HasMore = false })),
        Of(
            "csv", "As CSV, for a spreadsheet.",
            _request.WithHeader(HeaderNames.Accept, MediaTypes.Csv),
            ExampleAnswers.Csv(
                "workoutId,userId,workoutType,durationMinutes,caloriesBurned,distanceKm,notes,workoutTimestamp",
                $"{ExampleValues.SwimId},athlete-1,SWIM,30,,1.2,,2026-05-11T06:45:00.000000+02:00",
                $"{ExampleValues.RideId},athlete-1,CYCLE,90,810,32.5,,2026-05-10T10:00:00.000000+02:00")),
        Of(
            "cursor-of-another-query", "A cursor fits only the query that it came with.",
            _request.WithQuery((QueryParameters.Cursor, ExampleValues.UnknownId)),
            ExampleAnswers.Problem(Problems.Invalid(Problems.Error(
                QueryParameters.Cursor,
                "malformed",
                "cursor must be the one that came with a page of this same query, or left out for the first page; "
                + $"received \"{ExampleValues.UnknownId}\".")))),
        Of(
            "of-another-athlete", "A signed-in athlete asks for somebody else's.",
            Requests.OfUser(ExampleValues.OtherAthlete).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
        Of(
            "pdf", "There is no such form.",
            _request.WithHeader(HeaderNames.Accept, "application/pdf"),
            ExampleAnswers.Problem(Problems.Of(
                ProblemKind.NotAcceptable, "An export comes as application/json or text/csv; the header Accept is \"application/pdf\"."))),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, WorkoutsRoutes.Export, request, answer);
}
