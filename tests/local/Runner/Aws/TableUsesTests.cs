using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class TableUsesTests
{
    private const string Transaction = """
        {"TransactItems":[{"Put":{"TableName":"logs"}},{"Update":{"TableName":"arn:aws:dynamodb:us-east-1:123456789012:table/stats"}},{"Put":{"TableName":"logs"}}]}
        """;

    [Theory]
    [InlineData("Query", """{"TableName":"logs","IndexName":"byType"}""", """{"ConsumedCapacity":{"TableName":"logs","CapacityUnits":1.5}}""", "logs 1.5 0 0 0 0")]
    [InlineData("PutItem", """{"TableName":"logs"}""", """{"ConsumedCapacity":{"TableName":"logs","CapacityUnits":2}}""", "logs 0 2 0 0 0")]
    [InlineData("GetItem", """{"TableName":"logs"}""", "{}", "logs 0 0 0 0 0")]
    [InlineData("BatchGetItem", """{"RequestItems":{"logs":{},"stats":{}}}""", """{"ConsumedCapacity":[{"TableName":"stats","CapacityUnits":3}]}""", "logs 0 0 0 0 0|stats 3 0 0 0 0")]
    [InlineData("TransactWriteItems", Transaction, """{"ConsumedCapacity":[{"TableName":"logs","CapacityUnits":4},{"TableName":"stats","CapacityUnits":2}]}""", "logs 0 4 0 0 0|stats 0 2 0 0 0")]
    [InlineData(
        "TransactWriteItems",
        Transaction,
        """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"ThrottlingError"},{"Code":"None"}]}""",
        "logs 0 0 0 0 1|stats 0 0 0 1 0")]
    [InlineData("GetItem", """{"TableName":"logs"}""", """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}""", "logs 0 0 1 0 0")]
    [InlineData("UpdateItem", """{"TableName":"logs"}""", """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException"}""", "logs 0 0 0 0 1")]
    [InlineData("ListTables", "{}", "{}", "")]
    public void Reads_what_a_call_did_to_each_table(string operation, string request, string answer, string expected) =>
        Assert.Equal(expected, string.Join('|', TableUses.Of(operation, Parse(request), Parse(answer)).Select(Describe)));

    [Fact]
    public void Knows_no_more_of_a_call_that_broke_off_than_its_tables() =>
        Assert.Equal(["logs 0 0 0 0 0", "stats 0 0 0 0 0"], TableUses.Of("TransactWriteItems", Parse(Transaction), null).Select(Describe));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Describe(TableUse use) => FormattableString.Invariant(
        $"{use.Table} {use.ReadUnits} {use.WriteUnits} {use.ReadThrottles} {use.WriteThrottles} {use.Conflicts}");
}
