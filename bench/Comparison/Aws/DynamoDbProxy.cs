using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison.Aws;

/// <summary>Forwards calls to DynamoDB Local unchanged, except for the credentials.</summary>
internal sealed class DynamoDbProxy(DynamoDbLocal dynamoDb) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public async Task HandleAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, dynamoDb.Endpoint) { Content = new StreamContent(context.Request.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        request.Headers.TryAddWithoutValidation("Authorization", dynamoDb.Authorization);
        foreach (string name in (string[])["X-Amz-Target", "X-Amz-Date"])
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToString());
        }

        using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = answer.Content.Headers.ContentLength;
        foreach (var (name, values) in answer.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    public void Dispose() => _http.Dispose();
}
