using System.Net.Http.Headers;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// Forwards calls to DynamoDB Local, and its responses, byte for byte with one exception: a caller that asks for TOTAL consumed capacity
/// also gets the capacity per index, which DynamoDB reports to CloudWatch and DynamoDB Local does not.
/// </summary>
internal sealed class DynamoDbForwarder(Uri endpoint, string authorization) : IDisposable
{
    // Inside a JSON string the quotes are escaped, so this can't match there.
    private static ReadOnlySpan<byte> Total => "\"ReturnConsumedCapacity\":\"TOTAL\""u8;

    private static ReadOnlySpan<byte> OfIndexes => "\"ReturnConsumedCapacity\":\"INDEXES\""u8;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public async Task HandleAsync(AwsCall call, HttpResponse response, CancellationToken cancellation)
    {
        try
        {
            await ForwardAsync(call, response, cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // DynamoDB Local has ended, which the run reports once; the function sees a broken connection.
            response.HttpContext.Abort();
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task ForwardAsync(AwsCall call, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(WithIndexes(call.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", call.Target);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        response.ContentLength = answer.Content.Headers.ContentLength;
        foreach (var (name, values) in answer.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)))
        {
            response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(response.Body, cancellation);
    }

    private static ReadOnlyMemory<byte> WithIndexes(ReadOnlyMemory<byte> body) => body.Span.IndexOf(Total) is >= 0 and var place
        ? (byte[])[.. body.Span[..place], .. OfIndexes, .. body.Span[(place + Total.Length)..]]
        : body;
}
