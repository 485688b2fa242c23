using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Makes all calls to DynamoDB: retries them within the request's time and counts units and conflicts.</summary>
internal sealed class DynamoDbCalls(IAmazonDynamoDB client, DynamoDbRetry retry)
{
    /// <returns>Null if the item does not exist.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyDictionary<string, AttributeValue>?> GetItemAsync(GetItemRequest request, RequestScope scope)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await retry.RunAsync(cancellation => client.GetItemAsync(request, cancellation), scope);
        scope.CountReads(response.ConsumedCapacity?.CapacityUnits ?? 0);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>One page; moves the request's start key to the next page, or empties it after the last.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> QueryAsync(QueryRequest request, RequestScope scope)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await retry.RunAsync(cancellation => client.QueryAsync(request, cancellation), scope);
        scope.CountReads(response.ConsumedCapacity?.CapacityUnits ?? 0);
        request.ExclusiveStartKey = response.LastEvaluatedKey;
        return response.Items ?? [];
    }

    /// <summary>Reads a consistent snapshot of items; single reads may see a transaction partially.</summary>
    /// <returns>In the order of the keys; null for a missing item.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, AttributeValue>?>> TransactGetItemsAsync(
        string table, IEnumerable<Dictionary<string, AttributeValue>> keys, RequestScope scope)
    {
        var request = new TransactGetItemsRequest
        {
            TransactItems = [.. keys.Select(key => new TransactGetItem { Get = new() { TableName = table, Key = key } })],
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        try
        {
            var response = await retry.RunAsync(cancellation => client.TransactGetItemsAsync(request, cancellation), scope);
            scope.CountReads(response.ConsumedCapacity?.Sum(ofTable => ofTable.CapacityUnits ?? 0) ?? 0);
            return [.. response.Responses.Select(found => found.Item is { Count: > 0 } item ? item : null)];
        }
        catch (StorageConflictException conflict)
        {
            // For a reader, continuous conflicts amount to an outage.
            throw new StorageUnavailableException(conflict);
        }
    }

    /// <returns>False if the condition failed; nothing was written.</returns>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The item may have been written.</exception>
    public async Task<bool> UpdateItemAsync(UpdateItemRequest request, RequestScope scope)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        try
        {
            var response = await retry.RunAsync(cancellation => client.UpdateItemAsync(request, cancellation), scope);
            scope.CountWrites(response.ConsumedCapacity?.CapacityUnits ?? 0);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>Writes all items or none.</summary>
    /// <remarks>All attempts have the same token: if an attempt succeeded but its response was lost, the next one reports the success.</remarks>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageRejectedException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The items may have been written.</exception>
    public async Task<TransactionResult> TransactWriteItemsAsync(List<TransactWriteItem> items, RequestScope scope)
    {
        var request = new TransactWriteItemsRequest
        {
            TransactItems = items,
            ClientRequestToken = Guid.NewGuid().ToString(),
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };
        try
        {
            var response = await retry.RunAsync(cancellation => client.TransactWriteItemsAsync(request, cancellation), scope);
            Count(response.ConsumedCapacity ?? [], scope);
            return TransactionResult.Committed;
        }
        catch (TransactionCanceledException cancelled) when (Failures.Of(cancelled) == Failure.Condition)
        {
            return TransactionResult.Refused(cancelled.CancellationReasons);
        }
        catch (TransactionCanceledException cancelled) when (Failures.Of(cancelled) == Failure.Rejected)
        {
            throw new StorageRejectedException(cancelled);
        }
    }

    private static void Count(List<ConsumedCapacity> tables, RequestScope scope)
    {
        // An attempt with a used token only reads.
        double reads = tables.Sum(table => table.ReadCapacityUnits ?? 0);
        scope.CountReads(reads);
        scope.CountWrites(tables.Sum(table => table.CapacityUnits ?? 0) - reads);
    }
}

/// <summary>Result of a transaction: committed, or refused by conditions of some of its items.</summary>
internal sealed class TransactionResult
{
    private readonly IReadOnlyList<CancellationReason> _reasons;

    private TransactionResult(IReadOnlyList<CancellationReason> reasons) => _reasons = reasons;

    public static TransactionResult Committed { get; } = new([]);

    public bool IsCommitted => _reasons.Count == 0;

    public static TransactionResult Refused(IReadOnlyList<CancellationReason> reasons) => new(reasons);

    /// <summary>For an unexpected refusal, which must not become a response.</summary>
    public static InvalidDataException UnexpectedRefusal() => new("A transaction was refused by an item that has no condition.");

    /// <param name="item">The item's index in the transaction.</param>
    public bool IsRefusedBy(int item) => item < _reasons.Count && Failures.IsCondition(_reasons[item]);

    /// <summary>The existing item when the condition failed; null if there was none.</summary>
    /// <param name="item">The index of an item that requested it (<c>ALL_OLD</c>).</param>
    public IReadOnlyDictionary<string, AttributeValue>? Found(int item) =>
        _reasons[item].Item is { Count: > 0 } found ? found : null;
}
