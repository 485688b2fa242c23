namespace WorkoutLog.Local.Fuzz;

/// <summary>A request that an attacker or a broken client might send.</summary>
/// <param name="Kind">The kind of attack.</param>
/// <param name="Path">As in the URL, percent-encoded.</param>
public sealed record HostileRequest(string Kind, string Method, string Path)
{
    /// <summary>As in the URL, percent-encoded, without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Values may contain anything; a sender encodes characters that it can't send.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    /// <summary>Null for no such header.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>Name of the <see cref="Runner.Iam.LocalIdentity"/> that sends it.</summary>
    public string Caller { get; init; } = "service";

    /// <summary>Whether success is also correct: the hostile-looking value is valid, or may turn out valid.</summary>
    public bool MayBeValid { get; init; }

    /// <summary>Whether the HTTP server may reject it before the API sees it, with only a message.</summary>
    public bool MayBeRejectedByServer { get; init; }

    /// <summary>A POST of one workout.</summary>
    internal static HostileRequest Post(string kind, byte[] body) => new(kind, "POST", "/workouts") { Body = body };

    internal static HostileRequest Post(string kind, string body) => Post(kind, Encoding.UTF8.GetBytes(body));

    public override string ToString() => $"{Method} {Short(Query.Length == 0 ? Path : $"{Path}?{Query}")}";

    private static string Short(string text) => text.Length <= 200 ? text : $"{text[..200]}… ({text.Length} characters)";
}
