using System.IO.Hashing;
using System.Security;

namespace WorkoutLog.Local.Runner;

internal sealed record AwsAnswer(int Status, string ContentType, byte[] Body)
{
    public string RequestId { get; private init; } = Guid.NewGuid().ToString();

    /// <summary>Whether the service sends the body's CRC-32, which its SDK checks.</summary>
    public bool HasChecksum { get; init; }

    public static AwsAnswer Json(int status, JsonObject body) => new(status, "application/x-amz-json-1.1", body.ToUtf8Bytes());

    /// <param name="type">Full type: <c>com.amazon.coral.service#InvalidSignatureException</c>.</param>
    public static AwsAnswer Error(string type, string message, int status = StatusCodes.Status400BadRequest) =>
        Json(status, new JsonObject { ["__type"] = type, ["message"] = message });

    /// <summary>An error that all AWS services share.</summary>
    public static AwsAnswer Common(string code, string message) => Error($"com.amazon.coral.service#{code}", message);

    public static AwsAnswer UnknownOperation(string target) => Common("UnknownOperationException", $"A local run does not support the operation '{target}'.");

    /// <summary>The response to a call that the caller's policies do not allow, in the wording and format of the called service.</summary>
    /// <param name="caller">ARN of the caller's session.</param>
    /// <param name="access">The first access of the call that is not allowed.</param>
    public static AwsAnswer Denied(AwsCall call, string caller, AwsAccess access, Decision decision)
    {
        var message = $"User: {caller} is not authorized to perform: {access.Action} on resource: {access.Resource} "
            + (decision == Decision.ExplicitDeny
                ? "with an explicit deny in an identity-based policy"
                : $"because no identity-based policy allows the {access.Action} action");
        if (!call.IsQuery)
        {
            var type = call.Service == "dynamodb" ? "com.amazon.coral.service#AccessDeniedException" : "AccessDeniedException";
            return Json(StatusCodes.Status400BadRequest, new JsonObject { ["__type"] = type, ["Message"] = message });
        }

        var requestId = Guid.NewGuid().ToString();
        var xml = "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>AccessDenied</Code>"
            + $"<Message>{SecurityElement.Escape(message)}</Message></Error><RequestId>{requestId}</RequestId></ErrorResponse>";
        return new AwsAnswer(StatusCodes.Status403Forbidden, "text/xml", Encoding.UTF8.GetBytes(xml)) { RequestId = requestId };
    }

    public Task WriteAsync(HttpResponse response)
    {
        response.Headers["x-amzn-RequestId"] = RequestId;
        if (HasChecksum)
        {
            response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(Body).ToString(CultureInfo.InvariantCulture);
        }

        return response.SendAsync(Status, ContentType, Body);
    }
}
