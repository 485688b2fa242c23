using System.Text;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Calls a running API.</summary>
internal sealed class ApiClient(Uri url)
{
    private static readonly HttpClient _http = new();

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] query) => SendAsync(new Call("GET", path) { Query = query });

    public Task<ApiAnswer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(new Call("POST", path) { Body = body, Headers = headers });

    public Task<ApiAnswer> PutAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(new Call("PUT", path) { Body = body, Headers = headers });

    public Task<ApiAnswer> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(new Call("DELETE", path) { Headers = headers });

    /// <summary>Logs a workout.</summary>
    /// <param name="timestamp">RFC 3339.</param>
    /// <returns>The path under which it is found.</returns>
    public async Task<string> LogAsync(string user, string timestamp, string type = "RUN", decimal minutes = 30)
    {
        var workout = new JsonObject { ["userId"] = user, ["workoutType"] = type, ["durationMinutes"] = minutes, ["workoutTimestamp"] = timestamp };
        return (await PostAsync("/workouts", workout.ToJsonString())).AssertStatus(201).Header("Location")!;
    }

    public async Task<JsonNode> StatsAsync(string user, params (string Name, string Value)[] query) =>
        (await GetAsync($"/stats/{user}", query)).AssertStatus(200).Json;

    public async Task<ApiAnswer> SendAsync(Call call)
    {
        using var request = Request(call);
        if (request.Content is not null && call.ContentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request);
        return new ApiAnswer(
            (int)answer.StatusCode,
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await answer.Content.ReadAsStringAsync());
    }

    private HttpRequestMessage Request(Call call)
    {
        var method = new HttpMethod(call.Method);
        var body = call.Body is null ? null : Encoding.UTF8.GetBytes(call.Body);
        if (call.Caller is not { } caller)
        {
            return new HttpRequestMessage(method, new Uri(url, call.Path)) { Content = body is null ? null : new ByteArrayContent(body) };
        }

        // Each segment is a parameter of its own, so that it is sent as it was signed.
        var segments = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select((segment, place) => (Name: $"segment{place}", Value: Uri.UnescapeDataString(segment))).ToList();
        return caller.Sign(
            method,
            url,
            "/" + string.Join('/', segments.Select(segment => $"{{{segment.Name}}}")),
            body,
            segments.ToDictionary(segment => segment.Name, segment => segment.Value),
            call.Query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
    }
}
