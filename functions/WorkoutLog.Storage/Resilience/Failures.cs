using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace WorkoutLog.Storage.Resilience;

/// <summary>Tells failures that pass from those that last.</summary>
internal static class Failures
{
    public static Failure Of(Exception exception) => exception switch
    {
        TransactionCanceledException cancelled => OfCancellation(CancellationCauses.Of(cancelled.CancellationReasons)),
        TransactionConflictException => Failure.Conflict,
        TransactionInProgressException => Failure.Unavailable,
        ThrottlingException or ProvisionedThroughputExceededException or RequestLimitExceededException => Failure.Unavailable,
        AmazonServiceException service when service.StatusCode >= HttpStatusCode.InternalServerError => Failure.Unavailable,
        HttpRequestException or IOException or SocketException => Failure.Unavailable,
        // An answer that breaks off: whether the call was carried out is not known.
        AmazonUnmarshallingException => Failure.Unavailable,
        // The SDK wraps a broken connection now and then.
        AmazonClientException { InnerException: { } inner } => Of(inner),
        _ => Failure.Permanent,
    };

    private static Failure OfCancellation(CancellationCause cause) => cause switch
    {
        CancellationCause.Conflict => Failure.Conflict,
        CancellationCause.Throttled => Failure.Unavailable,
        _ => Failure.Permanent,
    };
}
