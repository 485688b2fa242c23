using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Examples;

/// <summary>Replays documented examples in order: each value that the API generates replaces the example's placeholder from then on.</summary>
internal sealed class ExampleStory
{
    private const string GeneratedPattern = "[A-Za-z0-9_:.-]+";
    private const string RequestIdPattern = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _received = new(StringComparer.Ordinal);

    /// <returns>The example's request, with the values that the API has generated so far.</returns>
    public HttpRequestMessage RequestOf(ApiExample example, Uri url)
    {
        var request = example.Request;
        var path = request.Path.Aggregate(
            example.Route.Path,
            (template, value) => template.Replace($"{{{value.Key}}}", Uri.EscapeDataString(Actual(value.Value)), StringComparison.Ordinal));
        var query = string.Join('&', request.Query.Select(value => $"{value.Key}={Uri.EscapeDataString(Actual(value.Value))}"));
        var message = new HttpRequestMessage(new HttpMethod(example.Route.Method), new Uri(url, query.Length == 0 ? path : $"{path}?{query}"));
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Actual(request.Body.ToJsonString(_plain))));
            message.Content.Headers.TryAddWithoutValidation(
                HeaderNames.ContentType, request.Headers.GetValueOrDefault(HeaderNames.ContentType, MediaTypes.Json));
        }

        foreach (var (name, value) in request.Headers.Where(header => header.Key != HeaderNames.ContentType))
        {
            message.Headers.TryAddWithoutValidation(name, Actual(value));
        }

        return message;
    }

    /// <param name="text">The body.</param>
    /// <returns>A line for each difference from the example.</returns>
    public IEnumerable<string> Compare(ApiExample example, HttpResponseMessage actual, string text)
    {
        var expected = example.Answer;
        if (expected.Status != (int)actual.StatusCode)
        {
            yield return $"status {expected.Status} expected, {(int)actual.StatusCode} received: {text}";
            yield break;
        }

        var mediaType = expected.Body is null ? null : expected.MediaType;
        if (mediaType != actual.Content.Headers.ContentType?.MediaType)
        {
            yield return $"media type {mediaType} expected, {actual.Content.Headers.ContentType} received";
        }

        // A header that the route declares and the example omits must be absent.
        foreach (var name in expected.Headers.Keys.Union(example.Route.Successes.FirstOrDefault(answer => answer.Status == expected.Status)?.Headers.Keys ?? []))
        {
            var (value, received) = (expected.Headers.GetValueOrDefault(name, ""), Header(actual, name));
            if (!Matches(value, received))
            {
                yield return $"{name} {value} expected, {received} received";
            }
        }

        var isJson = mediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var (body, compared) = (isJson ? expected.Body!.ToJsonString(_plain) : $"{expected.Body}", isJson ? Compact(text) : text);
        if (!Matches(body, compared))
        {
            yield return $"body expected:\n    {body}\n  received:\n    {compared}";
        }
    }

    private bool Matches(string expected, string actual)
    {
        // The first occurrence becomes a group, later ones a reference to it.
        var pattern = Regex.Escape(Actual(expected)).Replace(Regex.Escape(ApiExamples.RequestId), RequestIdPattern, StringComparison.Ordinal);
        ImmutableArray<string> open = [.. ApiExamples.Generated.Where(value => !_received.ContainsKey(value))];
        for (var index = 0; index < open.Length; index++)
        {
            var parts = pattern.Split(Regex.Escape(open[index]));
            pattern = parts.Length == 1 ? parts[0] : parts[0] + $"(?<made{index}>{GeneratedPattern})" + string.Join($"\\k<made{index}>", parts[1..]);
        }

        var match = Regex.Match(actual, $"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        for (var index = 0; index < open.Length; index++)
        {
            if (match.Groups[$"made{index}"] is { Success: true } group)
            {
                _received[open[index]] = group.Value;
            }
        }

        return match.Success;
    }

    private string Actual(string text) => _received.Aggregate(text, (result, value) => result.Replace(value.Key, value.Value, StringComparison.Ordinal));

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(_plain);
}
