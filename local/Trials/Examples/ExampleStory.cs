using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Api.Examples;

namespace WorkoutLog.Local.Examples;

/// <summary>Plays documented examples one after the other: what the API made up in an answer takes the place of the example's own from then on.</summary>
internal sealed class ExampleStory
{
    private const string MadeUpForm = "[A-Za-z0-9_:.-]+";
    private const string RequestIdForm = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _received = new(StringComparer.Ordinal);

    /// <returns>What the example sends, with what the API made up so far in its place.</returns>
    public StoryCall CallOf(ApiExample example)
    {
        var request = example.Request;
        var template = example.Route.Path;
        return new StoryCall(
            example.Route.Method,
            Actual(request.Path.Aggregate(template, (path, value) => path.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal))),
            request.Caller)
        {
            Query = [.. request.Query.Select(value => (value.Key, Actual(value.Value)))],
            Headers = [.. request.Headers.Where(header => header.Key != "Content-Type").Select(header => (header.Key, Actual(header.Value)))],
            Body = request.Body is { } body ? Actual(body) : null,
            ContentType = request.Headers.GetValueOrDefault("Content-Type", "application/json"),
        };
    }

    /// <returns>A line for each thing that is not as the example says.</returns>
    public IEnumerable<string> Compare(ApiExample example, StoryAnswer actual)
    {
        var expected = example.Answer;
        if (expected.Status != actual.Status)
        {
            yield return $"status {expected.Status} expected, {actual.Status} received: {actual.Text}";
            yield break;
        }

        if (expected.MediaType != actual.Header("Content-Type")?.Split(';')[0])
        {
            yield return $"media type {expected.MediaType} expected, {actual.Header("Content-Type")} received";
        }

        // What the route declares and the example does not show is not sent.
        foreach (var name in expected.Headers.Keys.Union(expected.Status < 400 ? example.Route.Success.Headers.Keys : []))
        {
            if (!Matches(expected.Headers.GetValueOrDefault(name) ?? "", actual.Header(name) ?? ""))
            {
                yield return $"{name} {expected.Headers.GetValueOrDefault(name)} expected, {actual.Header(name)} received";
            }
        }

        var (body, received) = (expected.Body ?? "", actual.Text);
        if (expected.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
        {
            (body, received) = (Compact(body), Compact(received));
        }

        if (!Matches(body, received))
        {
            yield return $"body expected:\n    {body}\n  received:\n    {received}";
        }
    }

    private bool Matches(string expected, string actual)
    {
        // Each name once as a group, then as what that group matched.
        var pattern = Regex.Escape(Actual(expected)).Replace(Regex.Escape(ExampleValues.RequestId), RequestIdForm, StringComparison.Ordinal);
        ImmutableArray<string> open = [.. ExampleValues.MadeUp.Where(value => !_received.ContainsKey(value))];
        for (var index = 0; index < open.Length; index++)
        {
            var parts = pattern.Split(Regex.Escape(open[index]));
            pattern = parts.Length == 1 ? parts[0] : parts[0] + $"(?<made{index}>{MadeUpForm})" + string.Join($"\\k<made{index}>", parts[1..]);
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

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(_plain);
}
