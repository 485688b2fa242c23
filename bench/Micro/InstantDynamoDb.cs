using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Bench.Micro;

/// <summary>A DynamoDB that answers at once: every query of a table with the same items, every write with success.</summary>
internal sealed class InstantDynamoDb(IEnumerable<(string Table, Dictionary<string, AttributeValue> Item)> items)
    : AmazonDynamoDBClient(new AnonymousAWSCredentials(), new AmazonDynamoDBConfig { ServiceURL = Nowhere, MaxErrorRetry = 0 })
{
    // The discard port: any other call meets nobody.
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly Dictionary<string, List<Dictionary<string, AttributeValue>>> _items =
        items.GroupBy(item => item.Table, item => item.Item).ToDictionary(table => table.Key, table => table.ToList());

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new QueryResponse { Items = _items[request.TableName] });

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new TransactWriteItemsResponse());
}
