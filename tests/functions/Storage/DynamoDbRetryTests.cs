using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Every mix of the reasons of a cancelled transaction is tried in <see cref="ProcessWorkout.CancelledTransactionTests"/>.</summary>
public sealed class DynamoDbRetryTests
{
    private static readonly DynamoDbRetry _retry = new(TimeProvider.System);

    private static readonly Exception _conflict = new TransactionConflictException("held");

    public static TheoryData<Exception, bool> Faults => new()
    {
        // A plain write during a transaction, and a token that is still in use.
        { _conflict, true },
        { new TransactionInProgressException("wait"), true },
        { new ProvisionedThroughputExceededException("slow down"), true },
        { new ThrottlingException("slow down"), true },
        { new RequestLimitExceededException("slow down"), true },
        { new AmazonDynamoDBException("oops", ErrorType.Unknown, "InternalServerError", "id", HttpStatusCode.InternalServerError), true },
        { new HttpRequestException("reset"), true },
        { new AmazonUnmarshallingException("id", "here", new IOException("reset")), true },
        { new AmazonClientException("failed", new IOException("reset")), true },
        { new TransactionCanceledException("no reasons"), false },
        { new AmazonDynamoDBException("oops", ErrorType.Sender, "ValidationException", "id", HttpStatusCode.BadRequest), false },
        { new InvalidOperationException("bug"), false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Retries_only_transient_faults(Exception fault, bool passes)
    {
        int calls = 0;

        var thrown = await Record.ExceptionAsync(() => _retry.RunAsync(
            _ => ++calls < 3 ? Task.FromException<string>(fault) : Task.FromResult("done"), Within(seconds: 30)));

        Assert.Same(passes ? null : fault, thrown);
        Assert.Equal(passes ? 3 : 1, calls);
    }

    [Fact]
    public async Task Reports_no_conflict_if_an_earlier_attempt_may_have_succeeded()
    {
        int calls = 0;

        var thrown = await Assert.ThrowsAsync<StorageUnavailableException>(() => _retry.RunAsync(
            _ => Task.FromException<string>(++calls == 1 ? new HttpRequestException("reset") : _conflict), Within(seconds: 30)));

        Assert.Same(_conflict, thrown.InnerException);
    }

    [Fact]
    public async Task Counts_each_conflict_and_nothing_else()
    {
        var scope = Within(seconds: 30);
        var faults = new Queue<Exception>([_conflict, new ThrottlingException("slow down"), _conflict]);

        await _retry.RunAsync(_ => faults.TryDequeue(out var fault) ? Task.FromException<string>(fault) : Task.FromResult("done"), scope);

        Assert.Equal((2, 0, 0), (scope.Conflicts, scope.ReadUnits, scope.WriteUnits));
    }

    private static RequestScope Within(double seconds) => DynamoDbFixture.Within(TimeSpan.FromSeconds(seconds));
}
