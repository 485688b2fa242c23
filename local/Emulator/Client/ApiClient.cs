using System.Net.Http.Headers;

namespace WorkoutLog.Local.Client;

internal sealed record ApiAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body)
{
    /// <exception cref="System.Text.Json.JsonException">The body is not JSON.</exception>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The header's first value; null when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.First() : null;
}

/// <summary>Calls the API of a run as one of its identities; every call is signed.</summary>
internal sealed class ApiClient : IDisposable
{
    // Longer than API Gateway's integration timeout.
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(35);

    private readonly HttpClient _http;

    public ApiClient(LocalRun run, LocalIdentity identity, TimeProvider clock)
        : this(new Uri(run.Url), new RequestSigner(identity.AccessKeyId, identity.SecretAccessKey, run.Description.Region, "execute-api", clock))
    {
    }

    public ApiClient(Uri url, RequestSigner signer) =>
        _http = new HttpClient(new SigningHandler(signer, new SocketsHttpHandler { UseProxy = false })) { BaseAddress = url, Timeout = _timeout };

    /// <param name="path">Percent-encoded, with its query.</param>
    /// <param name="json">Null sends no body.</param>
    /// <exception cref="HttpRequestException">There was no response, or it was incomplete.</exception>
    /// <exception cref="TaskCanceledException">The response did not arrive in time.</exception>
    public async Task<ApiAnswer> SendAsync(
        HttpMethod method, string path, string? json, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request, cancellation);
        return new ApiAnswer(answer.StatusCode, answer.Headers, await answer.Content.ReadAsStringAsync(cancellation));
    }

    public void Dispose() => _http.Dispose();
}
