using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Domain;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class WorkoutHistoryTests
{
    private static readonly DateOnly _today = new(2026, 5, 9);

    [Theory]
    [InlineData(10, "2026-04-29")]
    [InlineData(3_653, "2016-05-08")]
    [InlineData(20_000, "2016-05-08")]
    public void Fills_the_days_before_today_and_at_most_ten_years(int count, string firstDay)
    {
        Workout[] history = [.. Of(count)];

        Assert.Equal(count, history.Length);
        Assert.Equal(firstDay, LocalCalendar.Format(LocalCalendar.Day(history[0].Timestamp)));
        Assert.Equal("2026-05-08", LocalCalendar.Format(LocalCalendar.Day(history[^1].Timestamp)));
    }

    [Fact]
    public void Is_the_same_each_time() => Assert.Equal(Of(100), Of(100));

    [Fact]
    public void Every_second_workout_is_of_the_first_type() =>
        Assert.All(Of(100).Index().Where(workout => workout.Index % 2 == 0), workout => Assert.Equal("RUN", workout.Item.Type));

    private static IEnumerable<Workout> Of(int count) => WorkoutHistory.Of("athlete-1", count, _today, ["RUN", "CYCLING", "YOGA"]);
}
