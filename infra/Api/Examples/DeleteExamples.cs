using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>DELETE /workouts/{userId}/{workoutId}</c>.</summary>
internal static class DeleteExamples
{
    private static readonly ExampleRequest _request = Requests.OfWorkout(ExampleValues.RunId);

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "stale", "Somebody changed the run in the meantime.",
            _request.WithHeader(HeaderNames.IfMatch, "\"1\""),
            ExampleAnswers.Problem(Problems.Stale)),
        Of(
            "tag-without-quotation-marks", "The header is not of its form.",
            _request.WithHeader(HeaderNames.IfMatch, "2"),
            ExampleAnswers.Problem(Problems.Invalid(Problems.Error(
                HeaderNames.IfMatch,
                "malformed",
                "If-Match must be * or entity tags in quotation marks, separated by commas; received \"2\".")))),
        Of(
            "of-another-athlete", "A signed-in athlete deletes somebody else's.",
            Requests.OfWorkout(ExampleValues.WalkId, ExampleValues.OtherAthlete).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
        Of(
            "run", "The run, in the version that was read.",
            _request.WithHeader(HeaderNames.IfMatch, "\"2\""),
            ExampleAnswers.Empty(204)),
        Of(
            "run-again", "It is gone already.",
            _request,
            ExampleAnswers.Problem(Problems.WorkoutNotFound)),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, WorkoutRoutes.Delete, request, answer);
}
