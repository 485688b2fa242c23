using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Domain;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class AccumulatedRowsTests
{
    private readonly AccumulatedRows _rows = new();

    [Fact]
    public void Adds_up_numbers()
    {
        _rows.Apply(Update("ADD #0 :0, #1 :1", added: "1.5"));
        _rows.Apply(Update("ADD #0 :0, #1 :1", added: "2.50"));

        var (table, item) = Assert.Single(_rows.Items);
        Assert.Equal("stats", table);
        Assert.Equal(
            ["userId=athlete-1", "v=2", "RUN.m=4"],
            item.Select(attribute => $"{attribute.Key}={attribute.Value.S ?? attribute.Value.N}"));
    }

    [Fact]
    public void Rejects_an_update_of_another_form() => Assert.Equal(
        "The seeding does not support the store's update: SET #0 = if_not_exists(#0, :0)",
        Assert.Throws<NotSupportedException>(() => _rows.Apply(Update("SET #0 = if_not_exists(#0, :0)", added: "1"))).Message);

    private static Update Update(string expression, string added) => new()
    {
        TableName = "stats",
        Key = new() { ["userId"] = new() { S = "athlete-1" } },
        UpdateExpression = expression,
        ExpressionAttributeNames = new() { ["#0"] = "v", ["#1"] = "RUN.m" },
        ExpressionAttributeValues = new() { [":0"] = new() { N = "1" }, [":1"] = new() { N = added } },
    };
}

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
