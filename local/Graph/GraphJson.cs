using System.Text.Encodings.Web;

namespace WorkoutLog.Local.Graph;

/// <summary>Reads and writes the graph as JSON.</summary>
public static class GraphJson
{
    // The JSON is never embedded in HTML, and an escaped policy is hard to read.
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>For single values, on one line and unescaped.</summary>
    public static JsonSerializerOptions Unescaped { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ResourceGraph graph) => JsonSerializer.Serialize(graph, _options);

    /// <exception cref="JsonException">The text is not a graph.</exception>
    public static ResourceGraph Read(string json) =>
        JsonSerializer.Deserialize<ResourceGraph>(json, _options) is { } graph && !graph.Resources.Contains(null!)
            ? graph
            : throw new JsonException("The graph, or one of its resources, is null.");
}
