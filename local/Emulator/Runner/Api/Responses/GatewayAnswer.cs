using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.Runner.Api.Responses;

/// <summary>An answer that API Gateway writes itself.</summary>
/// <param name="MediaType">Of the body, where the headers do not say.</param>
internal sealed record GatewayAnswer(int Status, string MediaType, ImmutableArray<KeyValuePair<string, string>> Headers, string Body)
{
    public Task WriteAsync(HttpResponse response)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        response.StatusCode = Status;
        response.ContentType = MediaType;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }
}
