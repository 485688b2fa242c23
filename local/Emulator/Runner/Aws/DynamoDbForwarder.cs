using System.Net.Http.Headers;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// Hands calls on to DynamoDB Local and its answers back, byte for byte, but for one word: whoever asks for the capacity of a call
/// gets that of the indexes apart, which DynamoDB tells CloudWatch anyway and DynamoDB Local tells nobody else.
/// </summary>
internal sealed class DynamoDbForwarder(Uri endpoint) : IDisposable
{
    // DynamoDB Local checks that there is a signature, not whose it is.
    private const string Authorization =
        "AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    // A text that contains this has its quotes escaped.
    private static ReadOnlySpan<byte> Total => "\"ReturnConsumedCapacity\":\"TOTAL\""u8;

    private static ReadOnlySpan<byte> OfIndexes => "\"ReturnConsumedCapacity\":\"INDEXES\""u8;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public async Task HandleAsync(AwsCall call, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(WithIndexes(call.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", call.Target);
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
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

    public void Dispose() => _http.Dispose();

    private static ReadOnlyMemory<byte> WithIndexes(ReadOnlyMemory<byte> body) => body.Span.IndexOf(Total) is >= 0 and var place
        ? (byte[])[.. body.Span[..place], .. OfIndexes, .. body.Span[(place + Total.Length)..]]
        : body;
}
