using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Growth.Seeding;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class AccumulatedRowsTests
{
    private readonly AccumulatedRows _rows = new();

    [Fact]
    public void Adds_up_numbers_and_keeps_the_last_value_that_was_set()
    {
        _rows.Apply(Update("SET #o = :o ADD #0 :0, #1 :1", set: "60", added: "1.5"));
        _rows.Apply(Update("SET #o = :o ADD #0 :0, #1 :1", set: "120", added: "2.50"));

        var (table, item) = Assert.Single(_rows.Items);
        Assert.Equal("stats", table);
        Assert.Equal(
            ["userId=athlete-1", "o=120", "v=2", "RUN.m=4"],
            item.Select(attribute => $"{attribute.Key}={attribute.Value.S ?? attribute.Value.N}"));
    }

    [Fact]
    public void Refuses_an_update_of_another_form()
    {
        var error = Assert.Throws<NotSupportedException>(() => _rows.Apply(Update("SET #o = if_not_exists(#o, :o)", set: "60", added: "1")));

        Assert.Equal("The store updates rows in a way that the seeding does not know: SET #o = if_not_exists(#o, :o)", error.Message);
    }

    private static Update Update(string expression, string set, string added) => new()
    {
        TableName = "stats",
        Key = new() { ["userId"] = new() { S = "athlete-1" } },
        UpdateExpression = expression,
        ExpressionAttributeNames = new() { ["#o"] = "o", ["#0"] = "v", ["#1"] = "RUN.m" },
        ExpressionAttributeValues = new() { [":o"] = new() { N = set }, [":0"] = new() { N = "1" }, [":1"] = new() { N = added } },
    };
}
