using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Of <c>GET /stats/{userId}</c>, after the run was deleted.</summary>
internal static class StatsExamples
{
    private const string Month = "2026-05";

    private static readonly ExampleRequest _request = Requests.OfUser(ExampleValues.Athlete);

    public static ImmutableArray<ApiExample> All { get; } =
    [
        Of(
            "all-time", "Over all workouts, by type and by month.",
            _request,
            ExampleAnswers.Json(200, Stats(
                month: null,
                byType: new() { ["CYCLE"] = Totals(Workouts.Ride), ["SWIM"] = Totals(Workouts.Swim) },
                byMonth: new() { [Month] = Totals(Workouts.Ride, Workouts.Swim) }))),
        Of(
            "weeks-of-may", "One month, by ISO weeks: the ride was on a Sunday, the swim on the Monday after it.",
            Grouped(StatsGrouping.Week),
            ExampleAnswers.Json(200, Stats(Month, byWeek: new() { ["2026-W19"] = Activity(Workouts.Ride), ["2026-W20"] = Activity(Workouts.Swim) }))),
        Of(
            "days-of-may", "One month, by local days.",
            Grouped(StatsGrouping.Day),
            ExampleAnswers.Json(200, Stats(Month, byDay: new() { ["2026-05-10"] = Activity(Workouts.Ride), ["2026-05-11"] = Activity(Workouts.Swim) }))),
        Of(
            "bounds-reversed", "The first month lies after the last.",
            _request.WithQuery((QueryParameters.From, "2026-06"), (QueryParameters.To, Month)),
            ExampleAnswers.Problem(Problems.Invalid(Problems.ReversedBounds("2026-06", Month)))),
        Of(
            "of-another-athlete", "A signed-in athlete asks for somebody else's.",
            Requests.OfUser(ExampleValues.OtherAthlete).ByAthlete(),
            ExampleAnswers.Problem(Problems.NotYourData)),
    ];

    private static ApiExample Of(string name, string summary, ExampleRequest request, ExampleAnswer answer) =>
        new(name, summary, StatsRoutes.Get, request, answer);

    private static ExampleRequest Grouped(string by) =>
        _request.WithQuery((QueryParameters.From, Month), (QueryParameters.To, Month), (QueryParameters.GroupBy, by));

    private static StatsResponse Stats(
        string? month,
        Dictionary<string, WorkoutTotals>? byType = null,
        Dictionary<string, WorkoutTotals>? byMonth = null,
        Dictionary<string, ActivityTotals>? byWeek = null,
        Dictionary<string, ActivityTotals>? byDay = null) => new()
        {
            UserId = ExampleValues.Athlete,
            From = month,
            To = month,
            TotalWorkouts = 2,
            TotalDurationMinutes = 120,
            TotalCaloriesBurned = 810,
            TotalDistanceKm = 33.7m,
            AverageDurationMinutes = 60,
            AverageCaloriesBurned = 405,
            AverageDistanceKm = 16.85m,
            Streaks = new Streaks { Current = 0, Longest = 2 },
            ByType = byType,
            ByMonth = byMonth,
            ByWeek = byWeek,
            ByDay = byDay,
        };

    private static WorkoutTotals Totals(params IReadOnlyList<WorkoutResponse> workouts) => new()
    {
        Workouts = workouts.Count,
        DurationMinutes = workouts.Sum(workout => workout.DurationMinutes),
        CaloriesBurned = workouts.Sum(workout => workout.CaloriesBurned ?? 0),
        DistanceKm = workouts.Sum(workout => workout.DistanceKm ?? 0),
        AverageDurationMinutes = workouts.Average(workout => workout.DurationMinutes),
    };

    private static ActivityTotals Activity(WorkoutResponse workout) => new() { Workouts = 1, DurationMinutes = workout.DurationMinutes };
}
