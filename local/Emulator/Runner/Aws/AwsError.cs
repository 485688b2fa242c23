using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Http;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>An error in the shape of AWS's JSON protocol.</summary>
/// <param name="Type">Full type: <c>com.amazon.coral.service#InvalidSignatureException</c>.</param>
/// <param name="MessageProperty">Most errors write <c>message</c>, a denied access writes <c>Message</c>.</param>
internal sealed record AwsError(int Status, string Type, string Message, string MessageProperty = "message")
{
    /// <summary>An error that every service of AWS knows.</summary>
    public static AwsError Common(string code, string message) => new(StatusCodes.Status400BadRequest, $"com.amazon.coral.service#{code}", message);

    public static AwsError UnknownOperation(string target) =>
        Common("UnknownOperationException", $"A local run does not know the operation '{target}'.");

    public Task WriteAsync(HttpResponse response)
    {
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return JsonAnswer.WriteAsync(
            response,
            Status,
            new JsonObject { ["__type"] = Type, [MessageProperty] = Message },
            "application/x-amz-json-1.1");
    }
}
