using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>One run of the real stack for the tests of a class.</summary>
public sealed class UpFixture : IAsyncLifetime
{
    private static readonly HttpClient _http = new();
    private UpProcess? _up;

    internal static AwsSdkSigner Service { get; } = new("LOCALSERVICE", "local-service-secret", "us-east-1", "execute-api");

    internal UpProcess Up => _up!;

    public async Task InitializeAsync() => _up = await UpProcess.StartAsync();

    public async Task DisposeAsync() => await _up!.DisposeAsync();

    internal Task<HttpResponseMessage> PostWorkoutAsync(AwsSdkSigner signer, string body)
    {
        var request = signer.Sign(HttpMethod.Post, Up.Url, "/workouts", Encoding.UTF8.GetBytes(body));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return _http.SendAsync(request);
    }

    internal Task<HttpResponseMessage> PostUnsignedAsync(string body) => _http.PostAsync(new Uri(Up.Url, "/workouts"), new StringContent(body));

    internal async Task<JsonNode> StatsAsync(string userId)
    {
        using var request = Service.Sign(HttpMethod.Get, Up.Url, "/stats/{userId}", parameters: new Dictionary<string, string> { ["userId"] = userId });
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
