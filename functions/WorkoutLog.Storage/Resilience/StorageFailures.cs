using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Storage.Resilience;

/// <summary>Other writes of the same user kept coming first; nothing was written.</summary>
/// <param name="cause">The last conflict that DynamoDB reported; null for a version conflict.</param>
public sealed class StorageConflictException(Exception? cause = null)
    : Exception("The write kept conflicting with other writes of the same items.", cause);

/// <summary>DynamoDB rejects one of the items; nothing was written.</summary>
public sealed class StorageRejectedException(Exception cause)
    : Exception("DynamoDB rejects one of the items.", cause);

/// <summary>DynamoDB was throttled, failing or unreachable for as long as the request could wait.</summary>
/// <remarks>It is unknown whether the last attempt succeeded.</remarks>
public sealed class StorageUnavailableException(Exception cause)
    : Exception("The tables could not be reached in the remaining time.", cause);

/// <summary>Kind of a failed call, which determines whether to retry.</summary>
internal enum Failure
{
    /// <summary>A bug or an unknown reason: the same call would fail again.</summary>
    Unknown,

    /// <summary>DynamoDB rejects one of the items, permanently.</summary>
    Rejected,

    /// <summary>Only failed conditions.</summary>
    Condition,

    /// <summary>Another transaction held one of the items.</summary>
    Conflict,

    /// <summary>Throttling, a service error, or no connection.</summary>
    Unavailable,
}

/// <summary>Distinguishes transient from permanent failures.</summary>
internal static class Failures
{
    private const string ConditionFailed = "ConditionalCheckFailed";
    private const string TransactionConflict = "TransactionConflict";

    private static readonly HashSet<string> _rejected = ["ValidationError", "ItemCollectionSizeLimitExceeded"];
    private static readonly HashSet<string> _throttled = ["ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded"];

    /// <summary>Whether a retry of the same call may succeed.</summary>
    public static bool Passes(Failure failure) => failure is Failure.Conflict or Failure.Unavailable;

    /// <summary>Whether the condition of one item of a cancelled transaction failed.</summary>
    public static bool IsCondition(CancellationReason reason) => reason.Code == ConditionFailed;

    public static Failure Of(Exception exception) => exception switch
    {
        TransactionCanceledException cancelled => OfCancellation(cancelled.CancellationReasons ?? []),
        TransactionConflictException => Failure.Conflict,
        TransactionInProgressException => Failure.Unavailable,
        ThrottlingException or ProvisionedThroughputExceededException or RequestLimitExceededException => Failure.Unavailable,
        AmazonServiceException service when service.StatusCode >= HttpStatusCode.InternalServerError => Failure.Unavailable,
        HttpRequestException or IOException or SocketException => Failure.Unavailable,
        // A truncated response: it is unknown whether the call succeeded.
        AmazonUnmarshallingException => Failure.Unavailable,
        // The SDK sometimes wraps a broken connection.
        AmazonClientException { InnerException: { } inner } => Of(inner),
        _ => Failure.Unknown,
    };

    /// <summary>The most severe of the reasons; there is one per item.</summary>
    /// <remarks>
    /// A condition that failed together with a conflict was evaluated during the other transaction, so it is retried;
    /// only a condition that failed alone is conclusive.
    /// </remarks>
    private static Failure OfCancellation(IReadOnlyList<CancellationReason> reasons)
    {
        string[] codes = [.. reasons.Select(reason => reason.Code).Where(code => code is not (null or "None"))];
        if (codes.Length == 0 || !codes.All(IsKnown))
        {
            return Failure.Unknown;
        }

        return codes.Any(_rejected.Contains) ? Failure.Rejected
            : codes.Any(_throttled.Contains) ? Failure.Unavailable
            : codes.Contains(TransactionConflict) ? Failure.Conflict
            : Failure.Condition;
    }

    private static bool IsKnown(string code) =>
        code is ConditionFailed or TransactionConflict || _throttled.Contains(code) || _rejected.Contains(code);
}
