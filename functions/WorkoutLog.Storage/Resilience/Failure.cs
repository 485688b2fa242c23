using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Storage.Resilience;

/// <summary>What a failed call means for the next try.</summary>
internal enum Failure
{
    /// <summary>The same call would fail again.</summary>
    Permanent,

    /// <summary>Another transaction held one of the items.</summary>
    Conflict,

    /// <summary>Throttled, an error of the service, or no connection.</summary>
    Unavailable,
}

internal static class Failures
{
    private static readonly HashSet<string> _throttlingReasons =
        ["ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded"];

    public static Failure Of(Exception exception) => exception switch
    {
        TransactionCanceledException cancelled => OfReasons(cancelled.CancellationReasons ?? []),
        TransactionConflictException => Failure.Conflict,
        TransactionInProgressException => Failure.Unavailable,
        ThrottlingException or ProvisionedThroughputExceededException or RequestLimitExceededException => Failure.Unavailable,
        AmazonServiceException service when service.StatusCode >= HttpStatusCode.InternalServerError => Failure.Unavailable,
        HttpRequestException or IOException or SocketException => Failure.Unavailable,
        // The SDK wraps a broken connection now and then.
        AmazonClientException { InnerException: { } inner } => Of(inner),
        _ => Failure.Permanent,
    };

    private static Failure OfReasons(List<CancellationReason> reasons)
    {
        string[] codes = [.. reasons.Select(r => r.Code).Where(code => code is not (null or "None"))];
        if (codes.Length == 0 || codes.Any(code => code != "TransactionConflict" && !_throttlingReasons.Contains(code)))
        {
            return Failure.Permanent;
        }

        return codes.Any(_throttlingReasons.Contains) ? Failure.Unavailable : Failure.Conflict;
    }
}
