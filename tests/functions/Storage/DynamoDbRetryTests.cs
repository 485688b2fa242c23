using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Storage;

public sealed class DynamoDbRetryTests
{
    private static readonly DynamoDbRetry _retry = new(TimeProvider.System);

    public static TheoryData<string, Exception> PassingFaults => new()
    {
        { "conflict", Cancelled("None", "TransactionConflict") },
        { "throttled transaction", Cancelled("ThrottlingError", "TransactionConflict") },
        { "throttled table", Cancelled("None", "ProvisionedThroughputExceeded") },
        { "account limit", Cancelled("RequestLimitExceeded", null) },
        { "condition beside a conflict", Cancelled("ConditionalCheckFailed", "TransactionConflict") },
        { "condition beside throttling", Cancelled("ThrottlingError", "ConditionalCheckFailed") },
        { "a plain write beside a transaction", new TransactionConflictException("held") },
        { "throttled", new ProvisionedThroughputExceededException("slow down") },
        { "the same token is still at work", new TransactionInProgressException("wait") },
        { "service error", new AmazonDynamoDBException("oops", ErrorType.Unknown, "InternalServerError", "id", HttpStatusCode.InternalServerError) },
        { "no connection", new HttpRequestException("reset") },
        { "an answer that breaks off", new AmazonUnmarshallingException("id", "here", new IOException("reset")) },
        { "no connection, wrapped", new AmazonClientException("failed", new IOException("reset")) },
    };

    public static TheoryData<string, Exception> LastingFaults => new()
    {
        { "condition", Cancelled("ConditionalCheckFailed", "None") },
        { "validation", Cancelled("None", "ValidationError") },
        { "validation beside a conflict", Cancelled("TransactionConflict", "ValidationError") },
        { "validation beside throttling", Cancelled("ValidationError", "ThrottlingError") },
        { "too many items of one key", Cancelled("ItemCollectionSizeLimitExceeded", "TransactionConflict") },
        { "an unknown reason", Cancelled("TransactionConflict", "SomethingNew") },
        { "reasons that say nothing", Cancelled("None", null) },
        { "no reasons", new TransactionCanceledException("cancelled") },
        { "bad request", new AmazonDynamoDBException("oops", ErrorType.Sender, "ValidationException", "id", HttpStatusCode.BadRequest) },
        { "a bug", new InvalidOperationException("bug") },
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Tries_again_after_a_passing_fault(string name, Exception fault)
    {
        int calls = 0;

        string answer = await _retry.RunAsync(_ => ++calls < 3 ? Task.FromException<string>(fault) : Task.FromResult(name), Within(seconds: 30));

        Assert.Equal((name, 3), (answer, calls));
    }

    [Theory]
    [MemberData(nameof(LastingFaults))]
    public async Task Hands_a_lasting_fault_on_at_once(string name, Exception fault)
    {
        int calls = 0;

        var thrown = await Record.ExceptionAsync(() => _retry.RunAsync<string>(
            _ =>
            {
                calls++;
                return Task.FromException<string>(fault);
            },
            Within(seconds: 30)));

        Assert.True(ReferenceEquals(fault, thrown), name);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Reports_a_conflict_that_does_not_end()
    {
        var conflict = Cancelled("None", "TransactionConflict");

        var thrown = await Assert.ThrowsAsync<StorageConflictException>(
            () => _retry.RunAsync(_ => Task.FromException<string>(conflict), Within(seconds: 0.05)));

        Assert.Same(conflict, thrown.InnerException);
    }

    [Fact]
    public async Task Claims_no_conflict_where_a_try_before_may_have_been_carried_out()
    {
        var faults = new Queue<Exception>([new HttpRequestException("reset")]);

        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(() => _retry.RunAsync(
            _ => Task.FromException<string>(faults.TryDequeue(out var lost) ? lost : Cancelled("None", "TransactionConflict")), Within(seconds: 30)));

        Assert.IsType<TransactionCanceledException>(thrown.InnerException);
    }

    [Fact]
    public async Task Counts_each_conflict_and_nothing_else()
    {
        var scope = Within(seconds: 30);
        var faults = new Queue<Exception>([Cancelled("TransactionConflict"), new ThrottlingException("slow down"), Cancelled("TransactionConflict")]);

        await _retry.RunAsync(_ => faults.TryDequeue(out var fault) ? Task.FromException<string>(fault) : Task.FromResult("done"), scope);

        Assert.Equal((2, 0, 0), (scope.Conflicts, scope.ReadUnits, scope.WriteUnits));
    }

    [Fact]
    public async Task Gives_up_on_a_call_that_never_answers_when_the_time_is_over()
    {
        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(() => _retry.RunAsync(
            async cancellation =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return "never";
            },
            Within(seconds: 0.05)));

        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
    }

    [Fact]
    public async Task Calls_not_without_end_however_much_time_is_left()
    {
        int calls = 0;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _retry.RunAsync<string>(
            _ =>
            {
                calls++;
                return Task.FromException<string>(new ThrottlingException("slow down"));
            },
            Within(seconds: 600)));

        Assert.Equal(12, calls);
    }

    private static RequestScope Within(double seconds) => DynamoDbFixture.Within(TimeSpan.FromSeconds(seconds));

    private static TransactionCanceledException Cancelled(params string?[] codes) => new("cancelled")
    {
        CancellationReasons = [.. codes.Select(code => new CancellationReason { Code = code })],
    };
}
