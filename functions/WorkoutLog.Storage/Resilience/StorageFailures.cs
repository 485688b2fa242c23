using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Storage.Resilience;

/// <summary>Other writes of the same user kept getting in first; nothing was written.</summary>
/// <param name="cause">The last conflict, where DynamoDB and not a version reported it.</param>
public sealed class StorageConflictException(Exception? cause = null)
    : Exception("The write kept meeting other writes of the same items.", cause);

/// <summary>DynamoDB does not take one of the items as it is; nothing was written.</summary>
public sealed class StorageRejectedException(Exception cause)
    : Exception("DynamoDB does not take one of the items as it is.", cause);

/// <summary>DynamoDB was throttled, failing or out of reach for as long as the request could wait.</summary>
/// <remarks>Whether the last try was carried out is not known.</remarks>
public sealed class StorageUnavailableException(Exception cause)
    : Exception("The tables could not be reached in the time left.", cause);

/// <summary>What a failed call means for the next try.</summary>
internal enum Failure
{
    /// <summary>A bug, or a reason that is not known here: the same call would fail again.</summary>
    Unknown,

    /// <summary>DynamoDB does not take one of the items as it is, however often it is sent.</summary>
    Rejected,

    /// <summary>Nothing but conditions that did not hold.</summary>
    Condition,

    /// <summary>Another transaction held one of the items.</summary>
    Conflict,

    /// <summary>Throttled, an error of the service, or no connection.</summary>
    Unavailable,
}

/// <summary>Tells failures that pass from those that last.</summary>
internal static class Failures
{
    private const string ConditionFailed = "ConditionalCheckFailed";
    private const string TransactionConflict = "TransactionConflict";

    private static readonly HashSet<string> _rejected = ["ValidationError", "ItemCollectionSizeLimitExceeded"];
    private static readonly HashSet<string> _throttled = ["ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded"];

    /// <summary>Whether the same call may succeed a moment later.</summary>
    public static bool Passes(Failure failure) => failure is Failure.Conflict or Failure.Unavailable;

    /// <summary>Whether the condition of one item of a cancelled transaction did not hold.</summary>
    public static bool IsCondition(CancellationReason reason) => reason.Code == ConditionFailed;

    public static Failure Of(Exception exception) => exception switch
    {
        TransactionCanceledException cancelled => OfCancellation(cancelled.CancellationReasons ?? []),
        TransactionConflictException => Failure.Conflict,
        TransactionInProgressException => Failure.Unavailable,
        ThrottlingException or ProvisionedThroughputExceededException or RequestLimitExceededException => Failure.Unavailable,
        AmazonServiceException service when service.StatusCode >= HttpStatusCode.InternalServerError => Failure.Unavailable,
        HttpRequestException or IOException or SocketException => Failure.Unavailable,
        // An answer that breaks off: whether the call was carried out is not known.
        AmazonUnmarshallingException => Failure.Unavailable,
        // The SDK wraps a broken connection now and then.
        AmazonClientException { InnerException: { } inner } => Of(inner),
        _ => Failure.Unknown,
    };

    /// <summary>The weightiest of the reasons, of which there is one for each item.</summary>
    /// <remarks>
    /// A condition that failed beside a conflict was looked at while the other transaction was at work: it is tried again,
    /// for only a condition that failed alone is an answer.
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
