using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json.Serialization.Metadata;

namespace WorkoutLog.Local.Cli.Redeploy;

/// <summary>Deploys to a run in another process on this machine.</summary>
internal sealed class DeploymentClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _stack;

    public DeploymentClient(RunningStack running, string stack)
    {
        // Ctrl-C cancels.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = running.Url, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", running.Token);
        _stack = stack;
    }

    /// <exception cref="UserErrorException">The run does not respond, or the response is not valid.</exception>
    public Task<PublishedVersions> ReadPublishedAsync(CancellationToken cancellation) => SendAsync(
        HttpMethod.Get, content: null, PublishedVersionsJson.Default.PublishedVersions, cancellation);

    /// <exception cref="UserErrorException">The run rejects the graph, or ends.</exception>
    public Task<DeploymentChanges> DeployAsync(ResourceGraph graph, CancellationToken cancellation) => SendAsync(
        HttpMethod.Put, new StringContent(GraphJson.Write(graph), Encoding.UTF8, MediaTypeNames.Application.Json),
        DeploymentChangesJson.Default.DeploymentChanges, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, DeploymentControl.Path) { Content = content };
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? JsonSerializer.Deserialize(body, type)!
                : throw new UserErrorException(Message(body) ?? $"The run of '{_stack}' returned {(int)answer.StatusCode}: {body}");
        }
        catch (HttpRequestException)
        {
            throw new UserErrorException($"The run of '{_stack}' ended before it responded. Fix: ./workout up --stack {_stack}");
        }
        catch (JsonException)
        {
            throw new UserErrorException($"The server at {_http.BaseAddress} is not a run of '{_stack}'. Fix: ./workout up --stack {_stack}");
        }
    }

    private static string? Message(string body)
    {
        try
        {
            return (JsonNode.Parse(body) as JsonObject)?["message"]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
