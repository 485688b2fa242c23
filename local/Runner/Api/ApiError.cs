using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>An answer that API Gateway gives itself.</summary>
/// <param name="Type">Goes out as <c>x-amzn-ErrorType</c>.</param>
/// <param name="MessageProperty">API Gateway writes <c>message</c>, IAM <c>Message</c>.</param>
internal sealed record ApiError(int Status, string Type, string Message, string MessageProperty = "message")
{
    public static readonly ApiError UnknownRoute = new(StatusCodes.Status403Forbidden, "MissingAuthenticationTokenException", "Missing Authentication Token");

    public static readonly ApiError RequestTooLong = new(StatusCodes.Status413PayloadTooLarge, "RequestTooLargeException", "Request Too Long");

    public static readonly ApiError TooManyRequests = new(StatusCodes.Status429TooManyRequests, "TooManyRequestsException", "Too Many Requests");

    /// <summary>API Gateway could not call the function.</summary>
    public static readonly ApiError CannotInvoke = new(StatusCodes.Status500InternalServerError, "InternalServerErrorException", "Internal server error");

    /// <summary>The function crashed, failed, or answered something that is no answer.</summary>
    public static readonly ApiError BadGateway = new(StatusCodes.Status502BadGateway, "InternalServerErrorException", "Internal server error");

    public static readonly ApiError TimedOut = new(StatusCodes.Status504GatewayTimeout, "GatewayTimeoutException", "Endpoint request timed out");

    public static ApiError BadSignature(SignatureVerdict.Refused refused) =>
        new(StatusCodes.Status403Forbidden, refused.Code + "Exception", refused.Message);

    /// <param name="methodArn">Execution ARN of the method; AWS hides most of the account in its text.</param>
    public static ApiError AccessDenied(LocalIdentity caller, string methodArn, string account) => new(
        StatusCodes.Status403Forbidden,
        "AccessDeniedException",
        $"User: {caller.UserArn} is not authorized to perform: execute-api:Invoke on resource: "
        + methodArn.Replace($":{account}:", $":********{account[^4..]}:", StringComparison.Ordinal),
        "Message");

    public Task WriteAsync(HttpResponse response)
    {
        response.Headers["x-amzn-ErrorType"] = Type;
        return JsonAnswer.WriteAsync(response, Status, new JsonObject { [MessageProperty] = Message });
    }
}
