using Amazon.Runtime;

namespace WorkoutLog.Storage;

/// <summary>HTTP for the clients of the SDK, without redirects, cookies and a timeout: the callers end each attempt themselves.</summary>
public sealed class AwsHttp : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new WholeAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Receives each body before the SDK sees the answer.</summary>
    /// <remarks>
    /// The SDK reads bodies with blocking calls. Where sockets complete inline (<c>FunctionEnvironment.InlineSocketCompletions</c>) such a
    /// call blocks the thread that receives, so a body in several segments would never arrive.
    /// </remarks>
    private sealed class WholeAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
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
