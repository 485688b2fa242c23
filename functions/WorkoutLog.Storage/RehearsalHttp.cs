using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;

namespace WorkoutLog.Storage;

/// <summary>Lets a client do all of its work but the sending: each call is answered at once with an empty JSON object.</summary>
internal sealed class RehearsalHttp : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new EmptyAnswers());

    private sealed class EmptyAnswers : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue _json = new("application/x-amz-json-1.0");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = _json } },
                RequestMessage = request,
            });
    }
}
