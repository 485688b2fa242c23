using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>A request to the running API, as a client would send it.</summary>
/// <param name="Path">Concrete, percent-encoded or not: <c>/stats/athlete-1</c>.</param>
internal sealed record Call(string Method, string Path)
{
    /// <summary>Null sends it unsigned.</summary>
    public AwsSdkSigner? Caller { get; init; } = Callers.Service;

    /// <summary>Decoded; a name may come several times.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public string? Body { get; init; }

    /// <summary>Of the body; null for no such header.</summary>
    public string? ContentType { get; init; } = "application/json";
}
