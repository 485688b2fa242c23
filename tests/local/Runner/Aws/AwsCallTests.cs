namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class AwsAccessesTests
{
    private const string Table = "arn:aws:dynamodb:us-east-1:123456789012:table/";

    [Theory]
    [InlineData("dynamodb", "PutItem", """{"TableName":"logs"}""", $"dynamodb:PutItem {Table}logs")]
    [InlineData("dynamodb", "PutItem", $$"""{"TableName":"{{Table}}logs"}""", $"dynamodb:PutItem {Table}logs")]
    [InlineData("dynamodb", "Query", """{"TableName":"logs","IndexName":"byType"}""", $"dynamodb:Query {Table}logs/index/byType")]
    [InlineData("dynamodb", "ListTables", "{}", "dynamodb:ListTables *")]
    [InlineData("dynamodb", "ExecuteStatement", """{"Statement":"SELECT * FROM logs"}""", "dynamodb:ExecuteStatement *")]
    [InlineData("ssm", "GetParameters", """{"Names":["/a/b","c","arn:aws:ssm:us-east-1:1:parameter/d"]}""",
        "ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/a/b; ssm:GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/c; ssm:GetParameters arn:aws:ssm:us-east-1:1:parameter/d")]
    [InlineData("ssm", "PutParameter", """{"Name":"/a","Value":"x"}""", "ssm:PutParameter arn:aws:ssm:us-east-1:123456789012:parameter/a")]
    [InlineData("kms", "Decrypt", """{"KeyId":"k"}""", "kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/k")]
    [InlineData("logs", "CreateLogGroup", """{"logGroupName":"/g"}""", "logs:CreateLogGroup arn:aws:logs:us-east-1:123456789012:log-group:/g:")]
    [InlineData("logs", "PutLogEvents", """{"logGroupName":"/g","logStreamName":"s"}""", "logs:PutLogEvents arn:aws:logs:us-east-1:123456789012:log-group:/g:log-stream:s")]
    // A transaction needs the actions of its items, a batch its own action on each table; a call without a resource needs a permission too.
    [InlineData("dynamodb", "TransactWriteItems", """{"TransactItems":[{"Put":{"TableName":"logs"}},{"Update":{"TableName":"stats"}},{"Delete":{"TableName":"logs"}},{"ConditionCheck":{"TableName":"stats"}}]}""",
        $"dynamodb:PutItem {Table}logs; dynamodb:UpdateItem {Table}stats; dynamodb:DeleteItem {Table}logs; dynamodb:ConditionCheckItem {Table}stats")]
    [InlineData("dynamodb", "TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"logs"}}]}""", $"dynamodb:GetItem {Table}logs")]
    [InlineData("dynamodb", "BatchWriteItem", """{"RequestItems":{"logs":[],"stats":[]}}""", $"dynamodb:BatchWriteItem {Table}logs; dynamodb:BatchWriteItem {Table}stats")]
    [InlineData("dynamodb", "TransactWriteItems", """{"TransactItems":[]}""", "dynamodb:TransactWriteItems *")]
    [InlineData("dynamodb", "TransactWriteItems", "{}", "dynamodb:TransactWriteItems *")]
    [InlineData("dynamodb", "BatchGetItem", """{"RequestItems":{}}""", "dynamodb:BatchGetItem *")]
    public void Name_what_a_call_needs(string service, string operation, string body, string expected) => Assert.Equal(expected, Of(service, operation, body));

    [Theory]
    [InlineData("UpdateItem", """{"TableName":"t","Key":{"k":{"S":"x"}},"UpdateExpression":"SET #a = :new, b.c = if_not_exists(b.c, :c) REMOVE d[0]","ConditionExpression":"attribute_exists(e) AND #a < :old","ExpressionAttributeNames":{"#a":"a"}}""", "a b d e k")]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"Update":{"TableName":"t","Key":{"k":{"S":"x"}},"UpdateExpression":"ADD v :one"}}]}""", "k v")]
    [InlineData("PutItem", """{"TableName":"t","Item":{"k":{"S":"x"}}}""", null)]
    public void Name_the_attributes_of_an_update(string operation, string body, string? expected)
    {
        var call = new AwsCall(FunctionCredentials.Create("Echo"), "dynamodb", operation, "target", Encoding.UTF8.GetBytes(body));

        Assert.Equal(expected, Assert.Single(new AwsAccesses("us-east-1", "123456789012").Of(call)).Attributes?.Replace(ConditionKeys.Separator, ' '));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"TableName":5}""")]
    [InlineData("""{"TableName":"logs","TableName":"stats"}""")]
    public void Reject_a_body_without_a_valid_resource_name(string body) => Assert.ThrowsAny<JsonException>(() => Of("dynamodb", "PutItem", body));

    private static string Of(string service, string operation, string body)
    {
        var call = new AwsCall(FunctionCredentials.Create("Echo"), service, operation, "target", Encoding.UTF8.GetBytes(body));
        return string.Join("; ", new AwsAccesses("us-east-1", "123456789012").Of(call).Select(access => $"{access.Action} {access.Resource}"));
    }
}

public sealed class TableUsesTests
{
    private const string Transaction = """
        {"TransactItems":[{"Put":{"TableName":"logs"}},{"Update":{"TableName":"arn:aws:dynamodb:us-east-1:123456789012:table/stats"}},{"Put":{"TableName":"logs"}}]}
        """;

    [Theory]
    [InlineData("Query", """{"TableName":"logs","IndexName":"byType"}""", """{"ConsumedCapacity":{"TableName":"logs","CapacityUnits":1.5}}""", "logs 0 0 0 0 0|logs/byType 1.5 0 0 0 0")]
    [InlineData("PutItem", """{"TableName":"logs"}""", """{"ConsumedCapacity":{"TableName":"logs","CapacityUnits":2}}""", "logs 0 2 0 0 0")]
    [InlineData("GetItem", """{"TableName":"logs"}""", "{}", "logs 0 0 0 0 0")]
    [InlineData("BatchGetItem", """{"RequestItems":{"logs":{},"stats":{}}}""", """{"ConsumedCapacity":[{"TableName":"stats","CapacityUnits":3}]}""", "logs 0 0 0 0 0|stats 3 0 0 0 0")]
    [InlineData("TransactWriteItems", Transaction, """{"ConsumedCapacity":[{"TableName":"logs","CapacityUnits":4},{"TableName":"stats","CapacityUnits":2}]}""", "logs 0 4 0 0 0|stats 0 2 0 0 0")]
    [InlineData("TransactWriteItems", Transaction, """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"ThrottlingError"},{"Code":"None"}]}""", "logs 0 0 0 0 1|stats 0 0 0 1 0")]
    [InlineData("PutItem", """{"TableName":"logs"}""", """{"ConsumedCapacity":{"TableName":"logs","CapacityUnits":5,"Table":{"CapacityUnits":2},"GlobalSecondaryIndexes":{"byType":{"CapacityUnits":3}}}}""", "logs 0 2 0 0 0|logs/byType 0 3 0 0 0")]
    [InlineData("Query", """{"TableName":"logs","IndexName":"byType"}""", """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}""", "logs 0 0 0 0 0|logs/byType 0 0 1 0 0")]
    // Of a broken call, only the tables are known.
    [InlineData("TransactWriteItems", Transaction, null, "logs 0 0 0 0 0|stats 0 0 0 0 0")]
    [InlineData("GetItem", """{"TableName":"logs"}""", """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}""", "logs 0 0 1 0 0")]
    [InlineData("UpdateItem", """{"TableName":"logs"}""", """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException"}""", "logs 0 0 0 0 1")]
    [InlineData("ListTables", "{}", "{}", "")]
    public void Reads_the_use_of_each_table(string operation, string request, string? answer, string expected) =>
        Assert.Equal(expected, string.Join('|', TableUses.Of(operation, Parse(request), answer is null ? null : Parse(answer)).Select(Describe)));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Describe(TableUse use) => FormattableString.Invariant(
        $"{use.Table}{(use.Index is null ? "" : $"/{use.Index}")} {use.ReadUnits} {use.WriteUnits} {use.ReadThrottles} {use.WriteThrottles} {use.Conflicts}");
}
