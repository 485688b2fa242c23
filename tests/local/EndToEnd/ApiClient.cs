using WorkoutLog.Contracts;

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

    public Task<ApiAnswer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(new Call("DELETE", path) { Headers = headers });

    /// <summary>Logs a workout.</summary>
    /// <param name="timestamp">RFC 3339.</param>
    /// <returns>The path of the workout.</returns>
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
            // .NET keeps content headers separately.
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value);
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
        var body = call.Bytes ?? (call.Body is null ? null : Encoding.UTF8.GetBytes(call.Body));
        if (call.Caller is not { } caller)
        {
            return new HttpRequestMessage(method, new Uri(url, call.Path)) { Content = body is null ? null : new ByteArrayContent(body) };
        }

        // Each segment is a separate parameter, so that it is sent as signed.
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

/// <summary>A request to the running API, as a client would send it.</summary>
/// <param name="Path">Concrete, percent-encoded or not: <c>/stats/athlete-1</c>.</param>
internal sealed record Call(string Method, string Path)
{
    /// <summary>Null sends it unsigned.</summary>
    public AwsSdkSigner? Caller { get; init; } = Callers.Service;

    /// <summary>Decoded; a name may occur several times.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string? Body { get; init; }

    /// <summary>The body if it is not text.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Content type of the body; null omits the header.</summary>
    public string? ContentType { get; init; } = "application/json";
}

/// <summary>The callers that a local run accepts, and some that it must reject.</summary>
internal static class Callers
{
    /// <summary>May act for every user.</summary>
    public static AwsSdkSigner Service { get; } = Of("LOCALSERVICE", "local-service-secret");

    /// <summary>May act for <see cref="AthleteUser"/> only.</summary>
    public static AwsSdkSigner Athlete { get; } = Of("LOCALATHLETE", "local-athlete-secret");

    public const string AthleteUser = "athlete-1";

    /// <summary>Not signed in, with the identity <see cref="GuestUser"/>.</summary>
    public static AwsSdkSigner Guest { get; } = Of("LOCALGUEST", "local-guest-secret");

    public const string GuestUser = "guest-1";

    /// <summary>Federated directly into a role that is not a service role.</summary>
    public static AwsSdkSigner Person { get; } = Of("LOCALPERSON", "local-person-secret");

    /// <summary>Has no policy that lets it call.</summary>
    public static AwsSdkSigner Stranger { get; } = Of("LOCALSTRANGER", "local-stranger-secret");

    public static AwsSdkSigner WrongSecret { get; } = Of("LOCALSERVICE", "wrong");

    public static AwsSdkSigner Unknown { get; } = Of("NOBODY", "nothing");

    private static AwsSdkSigner Of(string accessKeyId, string secretAccessKey) => new(accessKeyId, secretAccessKey, "us-east-1", "execute-api");
}

/// <summary>A response of the running API.</summary>
/// <param name="Headers">Case-insensitive; several values of a name are joined by commas.</param>
internal sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public ApiAnswer AssertStatus(int status)
    {
        Assert.True(status == Status, $"Expected {status}, received {Status}: {Text}");
        Assert.Equal("no-store", Header("Cache-Control"));
        return this;
    }

    /// <summary>Checks for this problem with exactly these fields, in any order.</summary>
    public void AssertProblem(ProblemKind kind, params (string Field, string Code)[] errors)
    {
        AssertProblem(kind.Status, kind.Slug);
        Assert.Equal(kind.Title, Json["title"]!.GetValue<string>());
        var named = (Json["errors"]?.AsArray() ?? []).Select(error => (error!["field"]!.GetValue<string>(), error["code"]!.GetValue<string>()));
        Assert.Equal(errors.Order(), named.Order());
    }

    /// <summary>Checks for a problem of this kind, from the gateway or a function.</summary>
    public void AssertProblem(int status, string slug)
    {
        AssertStatus(status);
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Equal(ProblemKind.TypeOf(slug), Json["type"]!.GetValue<string>());
        Assert.Equal(status, Json["status"]!.GetValue<int>());
        Assert.Equal(Header("x-amzn-RequestId"), Json["requestId"]!.GetValue<string>());
    }
}
