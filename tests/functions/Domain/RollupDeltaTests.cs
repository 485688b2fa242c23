using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class RollupDeltaTests
{
    [Theory]
    [InlineData("2026-04-30T23:30:00-05:00", "2026-04", 30)]
    [InlineData("2026-05-01T00:30:00+14:00", "2026-05", 1)]
    [InlineData("2026-04-30T23:30:00Z", "2026-04", 30)]
    public void Counts_a_workout_on_its_local_day(string timestamp, string month, int day)
    {
        var workout = Drafts.Accept(Drafts.Good with { WorkoutTimestamp = timestamp });

        RollupDelta delta = RollupDelta.OfCreated(workout);

        Assert.Equal((month, day, workout.Timestamp.Offset), (delta.Month, delta.DayOfMonth, delta.UtcOffset));
    }

    [Fact]
    public void A_new_workout_adds_what_it_has_and_a_deleted_one_takes_it_away()
    {
        var workout = Drafts.Accept(Drafts.Good with { CaloriesBurned = 300 });

        Assert.Equal([new("RUN", new Totals(1, 30, 300, 0))], RollupDelta.OfCreated(workout).ByType);
        Assert.Equal([new("RUN", new Totals(-1, -30, -300, 0))], RollupDelta.OfDeleted(workout).ByType);
    }

    [Fact]
    public void An_edit_adds_the_difference()
    {
        var before = Drafts.Accept(Drafts.Good with { CaloriesBurned = 300 });
        var after = before with { DurationMinutes = 45, CaloriesBurned = null, DistanceKm = 8 };

        Assert.Equal([new("RUN", new Totals(0, 15, -300, 8))], RollupDelta.OfReplaced(before, after).ByType);
    }

    [Fact]
    public void An_edit_of_the_type_moves_the_workout()
    {
        var before = Drafts.Accept(Drafts.Good);
        var after = before with { Type = "CYCLING", DurationMinutes = 45 };

        Assert.Equal(
            [new("CYCLING", new Totals(1, 45, 0, 0)), new("RUN", new Totals(-1, -30, 0, 0))],
            RollupDelta.OfReplaced(before, after).ByType.OrderBy(type => type.Key, StringComparer.Ordinal));
    }
}
