using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>GET /workouts/{userId}/{workoutId}</c>.</summary>
internal static class GetExamples
{
    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "run", "The run, with its version.",
            Requests.OfWorkout(ExampleValues.RunId),
            ExampleAnswers.Json(200, Workouts.Run, (HeaderNames.ETag, "\"1\""))),
        Of(
            "no-such-user-id", "No user can have this id.",
            Requests.OfWorkout(ExampleValues.RunId, "athlete~1"),
            ExampleAnswers.Problem(Problems.Invalid(Problems.Error(
                "userId",
                "invalid_characters",
                "userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"athlete~1\".")))),
        Of(
            "of-another-athlete", "A signed-in athlete asks for somebody else's.",
            Requests.OfWorkout(ExampleValues.WalkId, ExampleValues.OtherAthlete).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
        Of(
            "unknown", "The user has no such workout.",
            Requests.OfWorkout(ExampleValues.UnknownId),
            ExampleAnswers.Problem(Problems.WorkoutNotFound)),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, WorkoutRoutes.Get, request, answer);
}
