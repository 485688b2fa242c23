using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Bench.Growth.Seeding;

/// <summary>Stands in for DynamoDB before a store: keeps the transactions instead of carrying them out. Any other call fails.</summary>
/// <remarks>So what is seeded is made by the store itself; nothing here knows what an item looks like.</remarks>
internal sealed class CapturedWrites()
    : AmazonDynamoDBClient(new AnonymousAWSCredentials(), new AmazonDynamoDBConfig { ServiceURL = Nowhere, MaxErrorRetry = 0 })
{
    // The discard port: a call that is not captured meets nobody.
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly List<Put> _puts = [];

    /// <summary>The rows that the updates so far add up to.</summary>
    public AccumulatedRows Rows { get; } = new();

    /// <summary>The items that were put since the last call.</summary>
    public IReadOnlyList<Put> TakePuts()
    {
        Put[] taken = [.. _puts];
        _puts.Clear();
        return taken;
    }

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        foreach (TransactWriteItem item in request.TransactItems)
        {
            if (item.Put is { } put)
            {
                _puts.Add(put);
            }
            else
            {
                Rows.Apply(item.Update ?? throw new InvalidOperationException("A new workout is written by puts and updates; this is neither."));
            }
        }

        return Task.FromResult(new TransactWriteItemsResponse());
    }
}
