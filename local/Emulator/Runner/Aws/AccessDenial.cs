using System.Security;
using System.Text;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>The answer to a call that the caller's policies do not allow, in the words and the shape of the service called.</summary>
/// <param name="Caller">ARN of the caller's session.</param>
/// <param name="Access">The first of the call that is not allowed.</param>
internal sealed record AccessDenial(AwsCall Call, string Caller, AwsAccess Access, Decision Decision)
{
    private const string IamNamespace = "https://iam.amazonaws.com/doc/2010-05-08/";

    public string Message =>
        $"User: {Caller} is not authorized to perform: {Access.Action} on resource: {Access.Resource} "
        + (Decision == Decision.ExplicitDeny
            ? "with an explicit deny in an identity-based policy"
            : $"because no identity-based policy allows the {Access.Action} action");

    public Task WriteAsync(HttpResponse response)
    {
        if (Call.IsQuery)
        {
            return WriteXmlAsync(response);
        }

        var type = Call.Service == "dynamodb" ? "com.amazon.coral.service#AccessDeniedException" : "AccessDeniedException";
        return new AwsError(StatusCodes.Status400BadRequest, type, Message, "Message").WriteAsync(response);
    }

    private Task WriteXmlAsync(HttpResponse response)
    {
        var requestId = Guid.NewGuid().ToString();
        var xml = Encoding.UTF8.GetBytes(
            $"<ErrorResponse xmlns=\"{IamNamespace}\"><Error><Type>Sender</Type><Code>AccessDenied</Code>"
            + $"<Message>{SecurityElement.Escape(Message)}</Message></Error><RequestId>{requestId}</RequestId></ErrorResponse>");
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/xml";
        response.ContentLength = xml.Length;
        response.Headers["x-amzn-RequestId"] = requestId;
        return response.Body.WriteAsync(xml, response.HttpContext.RequestAborted).AsTask();
    }
}
