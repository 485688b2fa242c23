using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Bench.Growth.Seeding;

/// <summary>A fake DynamoDB for a store: records transactions instead of executing them. Any other call fails.</summary>
/// <remarks>The store itself creates the seeded items; nothing here knows their format.</remarks>
internal sealed class CapturedWrites()
    : AmazonDynamoDBClient(new AnonymousAWSCredentials(), new AmazonDynamoDBConfig { ServiceURL = Nowhere, MaxErrorRetry = 0 })
{
    // The discard port: a call that is not captured fails.
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly List<Put> _puts = [];

    /// <summary>The sums of the updates so far.</summary>
    public AccumulatedRows Rows { get; } = new();

    /// <summary>The items put since the last call.</summary>
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
                Rows.Apply(item.Update ?? throw new InvalidOperationException("A new workout is written with puts and updates only."));
            }
        }

        return Task.FromResult(new TransactWriteItemsResponse());
    }
}
