using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Client;

/// <summary>An answer of the API, read to its end.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body)
{
    /// <exception cref="System.Text.Json.JsonException">The body is no JSON.</exception>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The header's first value; null when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.First() : null;
}
