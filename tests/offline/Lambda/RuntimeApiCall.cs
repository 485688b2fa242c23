using System.Text.Json;

namespace WorkoutLog.Offline.Tests.Lambda;

/// <summary>What a function sent to the Runtime API.</summary>
/// <param name="Path">Below <c>/2018-06-01/runtime/</c>.</param>
/// <param name="ErrorType">The header Lambda-Runtime-Function-Error-Type; null when it was not sent.</param>
internal sealed record RuntimeApiCall(string Path, string? ContentType, string? ErrorType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<RuntimeApiCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Post, request.Method);
        return new RuntimeApiCall(
            request.RequestUri!.AbsolutePath["/2018-06-01/runtime/".Length..],
            request.Content!.Headers.ContentType?.MediaType,
            request.Headers.TryGetValues("Lambda-Runtime-Function-Error-Type", out var types) ? types.Single() : null,
            await request.Content.ReadAsStringAsync(cancellationToken));
    }
}
