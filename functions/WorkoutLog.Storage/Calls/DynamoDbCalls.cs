using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage.Calls;

/// <summary>The way of every call to DynamoDB: retried within the request's time, its units and conflicts counted.</summary>
internal sealed class DynamoDbCalls(IAmazonDynamoDB client, DynamoDbRetry retry)
{
    /// <returns>Null when there is no such item.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyDictionary<string, AttributeValue>?> GetItemAsync(GetItemRequest request, RequestScope scope)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await retry.RunAsync(cancellation => client.GetItemAsync(request, cancellation), scope);
        scope.CountReads(response.ConsumedCapacity?.CapacityUnits ?? 0);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>One page; the request's start key is moved to the next one, and empty behind the last.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> QueryAsync(QueryRequest request, RequestScope scope)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await retry.RunAsync(cancellation => client.QueryAsync(request, cancellation), scope);
        scope.CountReads(response.ConsumedCapacity?.CapacityUnits ?? 0);
        request.ExclusiveStartKey = response.LastEvaluatedKey;
        return response.Items ?? [];
    }

    /// <summary>Writes all items or none.</summary>
    /// <remarks>All tries carry one token: of a try that was carried out but whose answer was lost, the next one reports the success.</remarks>
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
        catch (TransactionCanceledException cancelled) when (CancellationCauses.Of(cancelled.CancellationReasons) == CancellationCause.Condition)
        {
            return TransactionResult.Refused(cancelled.CancellationReasons);
        }
        catch (TransactionCanceledException cancelled) when (CancellationCauses.Of(cancelled.CancellationReasons) == CancellationCause.Rejected)
        {
            throw new StorageRejectedException(cancelled);
        }
    }

    private static void Count(List<ConsumedCapacity> tables, RequestScope scope)
    {
        // A try that finds its token used only reads.
        double reads = tables.Sum(table => table.ReadCapacityUnits ?? 0);
        scope.CountReads(reads);
        scope.CountWrites(tables.Sum(table => table.CapacityUnits ?? 0) - reads);
    }
}
