using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>GET /workouts/{userId}</c>.</summary>
internal static class ListExamples
{
    private static readonly ExampleRequest _request = Requests.OfUser(ExampleValues.Athlete);

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "newest", "The first page, of two.",
            _request.WithQuery((QueryParameters.Limit, "2")),
            ExampleAnswers.Json(
                200,
                new WorkoutPage { Items = [Workouts.Swim, Workouts.Ride], HasMore = true, NextCursor = ExampleValues.ListCursor },
                (HeaderNames.Link, $"</workouts/{ExampleValues.Athlete}?limit=2&cursor={ExampleValues.ListCursor}>; rel=\"next\""))),
        Of(
            "next-page", "What follows it.",
            _request.WithQuery((QueryParameters.Limit, "2"), (QueryParameters.Cursor, ExampleValues.ListCursor)),
            Last(Workouts.Run)),
        Of(
            "runs-of-may", "Of one type, on local days.",
            _request.WithQuery((QueryParameters.Type, "RUN"), (QueryParameters.From, "2026-05-01"), (QueryParameters.To, "2026-05-31")),
            Last(Workouts.Run)),
        Of(
            "bounds-reversed", "The first day lies after the last.",
            _request.WithQuery((QueryParameters.From, "2026-06-01"), (QueryParameters.To, "2026-05-01")),
            ExampleAnswers.Problem(Problems.Invalid(Problems.ReversedBounds("2026-06-01", "2026-05-01")))),
        Of(
            "of-another-athlete", "A signed-in athlete asks for somebody else's; whether there are any is not told.",
            Requests.OfUser(ExampleValues.OtherAthlete).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, WorkoutsRoutes.List, request, answer);

    private static ExampleAnswer Last(params IReadOnlyList<WorkoutResponse> items) =>
        ExampleAnswers.Json(200, new WorkoutPage { Items = items, HasMore = false });
}
