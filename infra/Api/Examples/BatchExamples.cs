using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>POST /workouts/batch</c>.</summary>
internal static class BatchExamples
{
    private static readonly BatchRequest _import = new()
    {
        Workouts =
        [
            Workouts.Ride.InBatch("2026-05-10T10:00:00+02:00", "import-17"),
            Workouts.Swim.InBatch("2026-05-11T06:45:00+02:00", "import-18"),
            new BatchWorkout
            {
                UserId = ExampleValues.Athlete,
                WorkoutType = "YOGA",
                DurationMinutes = 60,
                CaloriesBurned = -5,
                WorkoutTimestamp = "2026-05-11T19:00:00+02:00",
                IdempotencyKey = "import-19",
            },
        ],
    };

    private static readonly BatchResult _refused = new()
    {
        Status = 400,
        Problem = Problems.Invalid(Problems.Error("caloriesBurned", "out_of_range", "caloriesBurned must be from 0 to 20,000 kcal; received -5.")),
    };

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "import", "Two are logged, the third is refused.",
            Requests.Of(_import),
            Answer(Logged(Workouts.Ride), Logged(Workouts.Swim), _refused)),
        Of(
            "import-again", "The same once more, as after a lost answer: nothing is logged twice.",
            Requests.Of(_import),
            Answer(Logged(Workouts.Ride, replayed: true), Logged(Workouts.Swim, replayed: true), _refused)),
        Of(
            "nothing-in-it", "A batch without workouts.",
            Requests.Of(new BatchRequest { Workouts = [] }),
            ExampleAnswers.Problem(Problems.Invalid(Problems.Error("workouts", "required", "workouts must not be empty.")))),
        Of(
            "not-json", "The body is sent as text/plain.",
            Requests.Of(_import).WithHeader(HeaderNames.ContentType, "text/plain"),
            ExampleAnswers.Problem(Problems.NotJson)),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, LogRoutes.Batch, request, answer);

    private static ExampleAnswer Answer(params IReadOnlyList<BatchResult> results) =>
        ExampleAnswers.Json(200, new BatchResponse { Results = results });

    private static BatchResult Logged(WorkoutResponse workout, bool replayed = false) => new()
    {
        Status = 201,
        Workout = workout,
        Etag = "\"1\"",
        IdempotentReplayed = replayed ? true : null,
    };
}
