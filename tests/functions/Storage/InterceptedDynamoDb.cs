using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Moq;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Forwards the calls of storage, records the transactions and counts the rest; any other call throws.</summary>
internal sealed class InterceptedDynamoDb
{
    private readonly IAmazonDynamoDB _inner;
    private readonly List<TransactWriteItemsRequest> _transactions = [];
    private int _gets;
    private int _queries;
    private int _updates;

    public InterceptedDynamoDb(IAmazonDynamoDB inner)
    {
        _inner = inner;
        var client = new Mock<IAmazonDynamoDB>(MockBehavior.Strict);
        client.Setup(c => c.TransactWriteItemsAsync(It.IsAny<TransactWriteItemsRequest>(), It.IsAny<CancellationToken>()))
            .Returns<TransactWriteItemsRequest, CancellationToken>(WriteAsync);
        client.Setup(c => c.GetItemAsync(It.IsAny<GetItemRequest>(), It.IsAny<CancellationToken>()))
            .Returns<GetItemRequest, CancellationToken>(async (request, cancellation) =>
            {
                await BeforeGet(Interlocked.Increment(ref _gets));
                return await _inner.GetItemAsync(request, cancellation);
            });
        client.Setup(c => c.TransactGetItemsAsync(It.IsAny<TransactGetItemsRequest>(), It.IsAny<CancellationToken>()))
            .Returns<TransactGetItemsRequest, CancellationToken>(async (request, cancellation) =>
            {
                await BeforeGet(Interlocked.Increment(ref _gets));
                return await _inner.TransactGetItemsAsync(request, cancellation);
            });
        client.Setup(c => c.QueryAsync(It.IsAny<QueryRequest>(), It.IsAny<CancellationToken>()))
            .Returns<QueryRequest, CancellationToken>((request, cancellation) =>
            {
                Interlocked.Increment(ref _queries);
                return _inner.QueryAsync(request, cancellation);
            });
        client.Setup(c => c.UpdateItemAsync(It.IsAny<UpdateItemRequest>(), It.IsAny<CancellationToken>()))
            .Returns<UpdateItemRequest, CancellationToken>(async (request, cancellation) =>
            {
                await BeforeUpdate(Interlocked.Increment(ref _updates));
                return await _inner.UpdateItemAsync(request, cancellation);
            });
        Client = client.Object;
    }

    public IAmazonDynamoDB Client { get; }

    /// <summary>Runs before each read of items, alone or in a transaction, with its number from 1.</summary>
    public Func<int, Task> BeforeGet { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before each update of one item, with its number from 1.</summary>
    public Func<int, Task> BeforeUpdate { get; set; } = _ => Task.CompletedTask;

    /// <summary>Single items that were updated.</summary>
    public int Updates => _updates;

    /// <summary>Runs before each attempt of a write transaction, with its number from 1.</summary>
    public Func<TransactWriteItemsRequest, int, Task> BeforeWrite { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs after each successful attempt.</summary>
    public Func<int, Task> AfterWrite { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<TransactWriteItemsRequest> Transactions => _transactions;

    /// <summary>How often each kind of call was made.</summary>
    public (int Transactions, int Gets, int Queries) Calls => (_transactions.Count, _gets, _queries);

    private async Task<TransactWriteItemsResponse> WriteAsync(TransactWriteItemsRequest request, CancellationToken cancellation)
    {
        int number;
        lock (_transactions)
        {
            _transactions.Add(request);
            number = _transactions.Count;
        }

        await BeforeWrite(request, number);
        var response = await _inner.TransactWriteItemsAsync(request, cancellation);
        await AfterWrite(number);
        return response;
    }
}
