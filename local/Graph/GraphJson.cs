using System.Text.Encodings.Web;

namespace WorkoutLog.Local.Graph;

/// <summary>The graph as JSON: one form for every machine that reads it.</summary>
public static class GraphJson
{
    // Nothing here ends up in HTML, and an escaped policy is hard to read.
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>For values out of a graph, on one line and as they are.</summary>
    public static JsonSerializerOptions Unescaped { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ResourceGraph graph) => JsonSerializer.Serialize(graph, _options);

    /// <exception cref="JsonException">The text is no graph.</exception>
    public static ResourceGraph Read(string json) =>
        JsonSerializer.Deserialize<ResourceGraph>(json, _options) is { } graph && !graph.Resources.Contains(null!)
            ? graph
            : throw new JsonException("The graph, or one of its resources, is null.");
}
