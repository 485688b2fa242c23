using Amazon.Runtime;

namespace WorkoutLog.Storage;

/// <summary>HTTP for the SDK's clients, without redirects, cookies or a timeout: the callers end each attempt themselves.</summary>
public sealed class AwsHttp : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new BufferedResponses(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Receives the whole body before the SDK sees the response.</summary>
    /// <remarks>
    /// The SDK reads bodies with blocking calls. With inline socket completions (<c>FunctionEnvironment.InlineSocketCompletions</c>) a
    /// blocking call would block the receiving thread, so a body in several segments would never arrive.
    /// </remarks>
    private sealed class BufferedResponses(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            try
            {
                await answer.Content.LoadIntoBufferAsync(cancellationToken);
                return answer;
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
    }
}
