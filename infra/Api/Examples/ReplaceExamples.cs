using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>PUT /workouts/{userId}/{workoutId}</c>.</summary>
internal static class ReplaceExamples
{
    private static readonly ExampleRequest _request = Requests.OfWorkout(ExampleValues.RunId)
        .WithBody(Workouts.LongerRun.ToReplace())
        .WithHeader(HeaderNames.IfMatch, "\"1\"");

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "correction", "The run was longer; nobody else may have changed it since it was read.",
            _request,
            ExampleAnswers.Json(200, Workouts.LongerRun, (HeaderNames.ETag, "\"2\""))),
        Of(
            "other-time", "The moment of a workout can't change.",
            Requests.OfWorkout(ExampleValues.RunId).WithBody(Workouts.LongerRun.ToReplace("2026-05-09T08:30:00+02:00")),
            ExampleAnswers.Problem(Problems.Invalid(Problems.Error(
                "workoutTimestamp",
                "read_only",
                "workoutTimestamp can't change; it is 2026-05-09T05:30:00.000000Z, received \"2026-05-09T08:30:00+02:00\".")))),
        Of(
            "of-another-athlete", "A signed-in athlete changes somebody else's.",
            Requests.OfWorkout(ExampleValues.WalkId, ExampleValues.OtherAthlete).WithBody(Workouts.Walk.ToReplace()).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
        Of(
            "unknown", "The user has no such workout.",
            Requests.OfWorkout(ExampleValues.UnknownId).WithBody(Workouts.Run.ToReplace()),
            ExampleAnswers.Problem(Problems.WorkoutNotFound)),
        Of(
            "stale", "Somebody changed the run in the meantime.",
            _request,
            ExampleAnswers.Problem(Problems.Stale)),
        Of(
            "not-json", "The body is sent as text/plain.",
            _request.WithHeader(HeaderNames.ContentType, "text/plain"),
            ExampleAnswers.Problem(Problems.NotJson)),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, WorkoutRoutes.Replace, request, answer);
}
