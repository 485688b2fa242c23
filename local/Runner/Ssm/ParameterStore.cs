using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Ssm;

/// <summary>Answers the calls of SSM Parameter Store that read, from the parameters that the stack declares.</summary>
/// <param name="parameters">Resources of type <c>aws:ssm/parameter:Parameter</c>.</param>
/// <param name="startedAt">Given as the parameters' last change.</param>
public sealed class ParameterStore(IEnumerable<GraphResource> parameters, DateTimeOffset startedAt)
{
    // The limit of GetParameters.
    private const int MaxNames = 10;

    private readonly ImmutableDictionary<string, GraphResource> _byName =
        parameters.ToImmutableDictionary(parameter => parameter.Inputs.Text("name")!, StringComparer.Ordinal);

    /// <summary><c>GetParameters</c>: each name is a name or an ARN.</summary>
    /// <returns><c>{Parameters, InvalidParameters}</c> in the order asked.</returns>
    /// <exception cref="ArgumentException">The list of names is empty, too long or has a name twice; the message is AWS's own.</exception>
    public JsonObject GetParameters(JsonObject request)
    {
        string[] names = request["Names"] is JsonArray list ? [.. list.Select(name => name!.GetValue<string>())] : [];
        if (names.Length is 0 or > MaxNames)
        {
            var value = string.Join(", ", names);
            throw new ArgumentException(
                $"1 validation error detected: Value '[{value}]' at 'names' failed to satisfy constraint: "
                + $"Member must have length {(names.Length == 0 ? "greater than or equal to 1" : $"less than or equal to {MaxNames}")}");
        }

        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length)
        {
            throw new ArgumentException("Parameter names must be unique.");
        }

        var found = names.Select(Find).OfType<GraphResource>().Select(Describe).ToArray<JsonNode?>();
        var invalid = names.Where(name => Find(name) is null).Select(name => (JsonNode?)name).ToArray();
        return new JsonObject { ["Parameters"] = new JsonArray(found), ["InvalidParameters"] = new JsonArray(invalid) };
    }

    private GraphResource? Find(string name) =>
        _byName.GetValueOrDefault(name) ?? _byName.Values.FirstOrDefault(parameter => parameter.Outputs.Text("arn") == name);

    private JsonObject Describe(GraphResource parameter) => new()
    {
        ["Name"] = parameter.Inputs.Text("name"),
        ["Type"] = parameter.Inputs.Text("type"),
        ["Value"] = parameter.Inputs.Text("value"),
        ["Version"] = 1,
        ["ARN"] = parameter.Outputs.Text("arn"),
        ["DataType"] = parameter.Inputs.Text("dataType") ?? "text",
        ["LastModifiedDate"] = startedAt.ToUnixTimeMilliseconds() / 1000.0,
    };
}
