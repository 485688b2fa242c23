using System.Net;
using System.Text;
using Amazon.Runtime;

namespace WorkoutLog.Offline.Tests.Ssm;

/// <summary>The service without a socket: gives one answer and keeps the last request.</summary>
internal sealed class FakeService(HttpStatusCode status, string answer) : HttpMessageHandler
{
    public Uri? Address { get; private set; }

    public string Body { get; private set; } = string.Empty;

    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    public HttpClientFactory CreateClientFactory() => new Factory(this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Address = request.RequestUri;
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Headers = request.Headers.Concat(request.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/x-amz-json-1.1") };
    }

    private sealed class Factory(FakeService service) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(service, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
