using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>POST /workouts</c>.</summary>
internal static class LogExamples
{
    private const string Key = "5b1f0e7a-run-2026-05-09";
    private const string RunTime = "2026-05-09T07:30:00+02:00";

    private static readonly (string, string) _version = (HeaderNames.ETag, "\"1\"");
    private static readonly (string, string) _location = LocationOf(Workouts.Run);

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "run", "A run, under a key that makes it safe to try again.",
            Requests.Of(Workouts.Run.ToLog(RunTime)).WithHeader(HeaderNames.IdempotencyKey, Key),
            ExampleAnswers.Json(201, Workouts.Run, _location, _version)),
        Of(
            "run-again", "The same under the same key: nothing is logged twice.",
            Requests.Of(Workouts.Run.ToLog(RunTime)).WithHeader(HeaderNames.IdempotencyKey, Key),
            ExampleAnswers.Json(201, Workouts.Run, _location, _version, (HeaderNames.IdempotentReplayed, "true"))),
        Of(
            "least", "No more than must be said; the workout is of this moment.",
            Requests.Of(Workouts.Walk.ToLog()),
            ExampleAnswers.Json(201, Workouts.Walk, LocationOf(Workouts.Walk), _version)),
        Of(
            "two-fields-refused", "Everything that is wrong is told at once.",
            Requests.Of(new WorkoutRequest
            {
                UserId = ExampleValues.Athlete,
                WorkoutType = Workouts.Run.WorkoutType,
                DurationMinutes = Workouts.Run.DurationMinutes,
                CaloriesBurned = -1,
                WorkoutTimestamp = "09.05.2026 07:30",
            }),
            ExampleAnswers.Problem(Problems.Invalid(
                Problems.Error("caloriesBurned", "out_of_range", "caloriesBurned must be from 0 to 20,000 kcal; received -1."),
                Problems.Error(
                    "workoutTimestamp",
                    "malformed",
                    "workoutTimestamp must be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00; received \"09.05.2026 07:30\".")))),
        Of(
            "for-another-athlete", "A signed-in athlete logs for somebody else.",
            Requests.Of(Workouts.Walk.ToLog()).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
        Of(
            "not-json", "The body is sent as text/plain.",
            Requests.Of(Workouts.Walk.ToLog()).WithHeader(HeaderNames.ContentType, "text/plain"),
            ExampleAnswers.Problem(Problems.NotJson)),
        Of(
            "key-of-another-workout", "Another workout under the key of the run.",
            Requests.Of(Workouts.LongerRun.ToLog(RunTime)).WithHeader(HeaderNames.IdempotencyKey, Key),
            ExampleAnswers.Problem(Problems.Of(
                ProblemKind.KeyReused, "Another workout was sent under this idempotency key; a new workout needs a new key."))),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, LogRoutes.One, request, answer);

    private static (string, string) LocationOf(WorkoutResponse workout) => (HeaderNames.Location, $"/workouts/{workout.UserId}/{workout.WorkoutId}");
}
