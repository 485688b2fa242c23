using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using KeyType = Amazon.DynamoDBv2.KeyType;

namespace WorkoutLog.Local.Runner;

/// <summary>Creates a table exactly as its resource declares it, under the name in the resource's outputs.</summary>
public static class TableCreator
{
    public static async Task CreateAllAsync(DynamoDbLocal dynamoDb, IEnumerable<GraphResource> tables, CancellationToken cancellation)
    {
        using var client = dynamoDb.CreateClient();
        foreach (var table in tables)
        {
            await CreateAsync(client, table, cancellation);
        }
    }

    public static async Task<string> CreateAsync(IAmazonDynamoDB dynamoDb, GraphResource table, CancellationToken cancellation)
    {
        var request = Request(table);
        await dynamoDb.CreateTableAsync(request, cancellation);
        if (table.Inputs["ttl"] is JsonObject ttl && ttl.Flag("enabled"))
        {
            await dynamoDb.UpdateTimeToLiveAsync(
                new UpdateTimeToLiveRequest
                {
                    TableName = request.TableName,
                    TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = ttl.Text("attributeName"), Enabled = true },
                },
                cancellation);
        }

        return request.TableName;
    }

    private static CreateTableRequest Request(GraphResource table)
    {
        var provisioned = table.Inputs.Text("billingMode") != "PAY_PER_REQUEST";
        return new CreateTableRequest
        {
            TableName = table.Outputs.Text("name"),
            AttributeDefinitions = [.. table.Inputs.Objects("attributes").Select(attribute => new AttributeDefinition(
                attribute.Text("name"), ScalarAttributeType.FindValue(attribute.Text("type"))))],
            KeySchema = Keys(table.Inputs),
            BillingMode = provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
            ProvisionedThroughput = provisioned ? Throughput(table.Inputs) : null,
            GlobalSecondaryIndexes = NullIfEmpty(table.Inputs.Objects("globalSecondaryIndexes").Select(index => new GlobalSecondaryIndex
            {
                IndexName = index.Text("name"),
                KeySchema = Keys(index),
                Projection = Projection(index),
                ProvisionedThroughput = provisioned ? Throughput(index) : null,
            })),
            LocalSecondaryIndexes = NullIfEmpty(table.Inputs.Objects("localSecondaryIndexes").Select(index => new LocalSecondaryIndex
            {
                IndexName = index.Text("name"),
                KeySchema = [new KeySchemaElement(table.Inputs.Text("hashKey"), KeyType.HASH), .. SortKey(index)],
                Projection = Projection(index),
            })),
            StreamSpecification = table.Inputs.Flag("streamEnabled")
                ? new StreamSpecification { StreamEnabled = true, StreamViewType = table.Inputs.Text("streamViewType") }
                : null,
        };
    }

    // An index has a list of keys; a table, and an index in the older form, has named keys.
    private static List<KeySchemaElement> Keys(JsonObject owner) => owner.Objects("keySchemas").ToList() is { Count: > 0 } keys
        ? [.. keys.Select(key => new KeySchemaElement(key.Text("attributeName"), KeyType.FindValue(key.Text("keyType"))))]
        : [new KeySchemaElement(owner.Text("hashKey"), KeyType.HASH), .. SortKey(owner)];

    private static IEnumerable<KeySchemaElement> SortKey(JsonObject owner) =>
        owner.Text("rangeKey") is { } name ? [new KeySchemaElement(name, KeyType.RANGE)] : [];

    private static Projection Projection(JsonObject index) => new()
    {
        ProjectionType = index.Text("projectionType"),
        NonKeyAttributes = index["nonKeyAttributes"] is JsonArray names ? [.. names.Select(name => name!.GetValue<string>())] : null,
    };

    private static ProvisionedThroughput Throughput(JsonObject owner) =>
        new(owner.Integer("readCapacity") ?? 1, owner.Integer("writeCapacity") ?? 1);

    // DynamoDB rejects an empty list of indexes.
    private static List<T>? NullIfEmpty<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
