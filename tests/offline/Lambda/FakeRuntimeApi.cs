using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace WorkoutLog.Offline.Tests.Lambda;

/// <summary>The Runtime API without a socket: returns the given events and records the responses.</summary>
internal sealed class FakeRuntimeApi : HttpMessageHandler
{
    private readonly Queue<HttpResponseMessage> _events = new();
    private readonly Channel<RuntimeApiCall> _calls = Channel.CreateUnbounded<RuntimeApiCall>();

    public int EventsAskedFor { get; private set; }

    public HttpStatusCode AnswerToPosts { get; set; } = HttpStatusCode.Accepted;

    public void AddEvent(string requestId, string payload, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("Lambda-Runtime-Aws-Request-Id", requestId);
        response.Headers.Add(
            "Lambda-Runtime-Deadline-Ms",
            TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        _events.Enqueue(response);
    }

    public ValueTask<RuntimeApiCall> NextCallAsync() => _calls.Reader.ReadAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            EventsAskedFor++;
            Assert.Equal("http://runtime.test:9001/2018-06-01/runtime/invocation/next", request.RequestUri?.AbsoluteUri);
            if (_events.Count == 0)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return _events.Dequeue();
        }

        await _calls.Writer.WriteAsync(await RuntimeApiCall.ReadAsync(request, cancellationToken), cancellationToken);
        return new HttpResponseMessage(AnswerToPosts) { Content = new StringContent("""{"errorMessage":"no","errorType":"Refused"}""") };
    }
}

/// <summary>A function's call to the Runtime API.</summary>
/// <param name="Path">Below <c>/2018-06-01/runtime/</c>.</param>
/// <param name="ErrorType">The header Lambda-Runtime-Function-Error-Type; null when it was not sent.</param>
internal sealed record RuntimeApiCall(string Path, string? ContentType, string? ErrorType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<RuntimeApiCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Post, request.Method);
        return new RuntimeApiCall(
            request.RequestUri!.AbsolutePath["/2018-06-01/runtime/".Length..],
            request.Content!.Headers.ContentType?.MediaType,
            request.Headers.TryGetValues("Lambda-Runtime-Function-Error-Type", out var types) ? types.Single() : null,
            await request.Content.ReadAsStringAsync(cancellationToken));
    }
}
