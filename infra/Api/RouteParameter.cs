using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WorkoutLog.Infra.Api;

/// <summary>A parameter of a route.</summary>
public sealed record RouteParameter(string Name, ParameterPlace Place, string Description, ParameterSchema Schema)
{
    public static RouteParameter InPath(string name, string description, ParameterSchema schema) => new(name, ParameterPlace.Path, description, schema);

    public static RouteParameter InQuery(string name, string description, ParameterSchema schema) => new(name, ParameterPlace.Query, description, schema);

    public static RouteParameter InHeader(string name, string description, ParameterSchema schema) => new(name, ParameterPlace.Header, description, schema);
}

public enum ParameterPlace
{
    Path,
    Query,
    Header,
}

/// <summary>OpenAPI schema of a parameter.</summary>
public sealed record ParameterSchema
{
    private static readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private ParameterSchema()
    {
    }

    public string Type { get; private init; } = "string";

    public int? MinLength { get; private init; }

    public int? MaxLength { get; private init; }

    public string? Pattern { get; private init; }

    public ImmutableList<string>? Enum { get; private init; }

    public int? Minimum { get; private init; }

    public int? Maximum { get; private init; }

    public int? Default { get; private init; }

    /// <param name="maxLength">In characters.</param>
    /// <param name="pattern">Regular expression over the whole text, with its anchors.</param>
    public static ParameterSchema Text(int? maxLength = null, string? pattern = null) => new() { MinLength = 1, MaxLength = maxLength, Pattern = pattern };

    /// <param name="pattern">Regular expression over the whole text, with its anchors.</param>
    public static ParameterSchema Matching(string pattern) => new() { Pattern = pattern };

    public static ParameterSchema OneOf(IEnumerable<string> values) => new() { Enum = [.. values] };

    public static ParameterSchema Switch() => new() { Type = "boolean" };

    /// <param name="byDefault">Value of an omitted parameter.</param>
    public static ParameterSchema Count(int maximum, int byDefault) => new() { Type = "integer", Minimum = 1, Maximum = maximum, Default = byDefault };

    public JsonObject ToJson() => JsonSerializer.SerializeToNode(this, _serializer)!.AsObject();
}
