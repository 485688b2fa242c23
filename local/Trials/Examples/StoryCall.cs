using System.Text;
using WorkoutLog.Infra.Api.Examples;

namespace WorkoutLog.Local.Examples;

/// <summary>A request of a documented example, ready to be signed and sent.</summary>
/// <param name="Path">Concrete, not percent-encoded.</param>
internal sealed record StoryCall(string Method, string Path, ExampleCaller Caller)
{
    /// <summary>Decoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string? Body { get; init; }

    /// <summary>Of the body.</summary>
    public required string ContentType { get; init; }

    /// <param name="url">Of the API.</param>
    public HttpRequestMessage ToRequest(Uri url)
    {
        var path = string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
        var query = string.Join('&', Query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(url, query.Length == 0 ? path : $"{path}?{query}"));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
