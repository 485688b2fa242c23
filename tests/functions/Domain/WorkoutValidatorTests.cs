using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class WorkoutValidatorTests
{
    [Fact]
    public void Accepts_a_workout_with_every_field()
    {
        var draft = Drafts.Good with
        {
            CaloriesBurned = 300.50m,
            DistanceKm = 0,
            Notes = "Easy 🏃 café",
            WorkoutTimestamp = "2026-05-09T07:30:00+02:00",
        };

        var workout = Drafts.Accept(draft);

        Assert.Equal(
            new Workout
            {
                UserId = "athlete-1",
                Type = "RUN",
                DurationMinutes = 30,
                CaloriesBurned = 300.5m,
                DistanceKm = 0,
                Notes = "Easy 🏃 café",
                Timestamp = new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.FromHours(2)),
            },
            workout);
    }

    [Fact]
    public void Reports_every_error_at_once()
    {
        WorkoutDraft draft = new()
        {
            UserId = "a b",
            WorkoutType = "run",
            DurationMinutes = 0,
            CaloriesBurned = -1,
            DistanceKm = 1000.1m,
            Notes = "a\u0007",
            WorkoutTimestamp = "yesterday",
        };

        string[] errors = Drafts.Refuse(draft);

        Assert.Equal(
            [
                "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"a b\".",
                "workoutType unsupported_value: workoutType must be one of RUN, CYCLING; received \"run\".",
                "durationMinutes out_of_range: durationMinutes must be above 0 and at most 1,440 minutes; received 0.",
                "caloriesBurned out_of_range: caloriesBurned must be from 0 to 20,000 kcal; received -1.",
                "distanceKm out_of_range: distanceKm must be from 0 to 1,000 km; received 1000.1.",
                "notes invalid_characters: notes may not hold control characters or half of a surrogate pair; received the control character U+0007 at position 1.",
                "workoutTimestamp malformed: workoutTimestamp must be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00; received \"yesterday\".",
            ],
            errors);
    }

    [Fact]
    public void Refuses_a_duration_above_the_limit()
    {
        string[] errors = Drafts.Refuse(Drafts.Good with { DurationMinutes = 1440.001m });

        Assert.Equal(["durationMinutes out_of_range: durationMinutes must be above 0 and at most 1,440 minutes; received 1440.001."], errors);
    }

    [Theory]
    [InlineData("0.000000000000000001")]
    [InlineData("1440")]
    [InlineData("1440.0000000000000000000000")]
    public void Accepts_a_duration_at_the_edge(string minutes)
    {
        decimal duration = decimal.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture);

        var workout = Drafts.Accept(Drafts.Good with { DurationMinutes = duration });

        Assert.Equal(duration, workout.DurationMinutes);
    }

    [Fact]
    public void Refuses_more_than_18_digits_after_the_point()
    {
        string[] errors = Drafts.Refuse(Drafts.Good with { DistanceKm = 0.1234567890123456789m });

        Assert.Equal(["distanceKm too_precise: distanceKm may have at most 18 digits after the point; received 0.1234567890123456789."], errors);
    }

    [Fact]
    public void Does_not_count_trailing_zeros_as_digits()
    {
        var workout = Drafts.Accept(Drafts.Good with { DistanceKm = 5.0000000000000000000000m });

        Assert.Equal("5", ExactDecimal.Format(workout.DistanceKm!.Value));
    }

    [Theory]
    [InlineData(20_000, 1_000)]
    [InlineData(0, 0)]
    public void Accepts_calories_and_distance_at_the_edge(int calories, int distance)
    {
        var workout = Drafts.Accept(Drafts.Good with { CaloriesBurned = calories, DistanceKm = distance });

        Assert.Equal((calories, distance), (workout.CaloriesBurned, workout.DistanceKm));
    }

    [Fact]
    public void Refuses_notes_of_more_than_1000_characters()
    {
        string[] errors = Drafts.Refuse(Drafts.Good with { Notes = new string('x', 1_001) });

        Assert.Equal(["notes too_long: notes must have at most 1,000 characters; received 1,001."], errors);
    }

    [Fact]
    public void Refuses_half_of_a_surrogate_pair_in_notes()
    {
        string[] errors = Drafts.Refuse(Drafts.Good with { Notes = "ab\ud800" });

        Assert.Equal(["notes invalid_characters: notes may not hold control characters or half of a surrogate pair; received half of a surrogate pair U+D800 at position 2."], errors);
    }
}
