namespace WorkoutLog.Local.Examples;

/// <summary>A request and its answer, under one name in the published document.</summary>
/// <param name="Name">Unique among the examples of its route.</param>
/// <param name="Summary">One sentence for the API's readers.</param>
internal sealed record ApiExample(Route Route, string Name, string Summary, ExampleRequest Request, ExampleAnswer Answer);

internal sealed record ExampleRequest
{
    public ExampleCaller Caller { get; init; }

    /// <summary>Path parameters, name to value.</summary>
    public IReadOnlyDictionary<string, string> Path { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>Without a <c>Content-Type</c>, a body is sent as JSON.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonNode? Body { get; init; }
}

internal enum ExampleCaller
{
    /// <summary>A backend in a service role, which may act for every user.</summary>
    Service,

    /// <summary>The Cognito identity <c>athlete-1</c>.</summary>
    Athlete,
}

internal sealed record ExampleAnswer
{
    public required int Status { get; init; }

    /// <summary>Media type of the body, if any.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The headers that the route declares.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A JSON string when the media type is not JSON.</summary>
    public JsonNode? Body { get; init; }
}
