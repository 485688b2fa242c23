namespace WorkoutLog.Local.Fuzz;

/// <summary>A request that means harm, or that a broken client might send.</summary>
/// <param name="Kind">What is hostile about it.</param>
/// <param name="Path">As it stands in the URL, percent-encoded.</param>
public sealed record HostileRequest(string Kind, string Method, string Path)
{
    /// <summary>As it stands in the URL, percent-encoded, without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Values may hold anything; a sender that can't send a character encodes it.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    /// <summary>Of the body; null for no such header.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>Name of the <see cref="Runner.Iam.LocalIdentity"/> that sends it.</summary>
    public string Caller { get; init; } = "service";

    /// <summary>Whether a success is a right answer too: what looks hostile is a valid value, or may come out as one.</summary>
    public bool MayBeFine { get; init; }

    /// <summary>Whether the HTTP server may refuse it before the API sees it, with no more than a message.</summary>
    public bool MayStopAtTheServer { get; init; }

    /// <summary>Of one workout.</summary>
    internal static HostileRequest Post(string kind, byte[] body) => new(kind, "POST", "/workouts") { Body = body };

    internal static HostileRequest Post(string kind, string body) => Post(kind, Encoding.UTF8.GetBytes(body));

    public override string ToString() => $"{Method} {Short(Query.Length == 0 ? Path : $"{Path}?{Query}")}";

    private static string Short(string text) => text.Length <= 200 ? text : $"{text[..200]}… ({text.Length} characters)";
}
