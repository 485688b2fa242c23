namespace WorkoutLog.Local.Runner;

/// <summary>Serves the read calls of SSM Parameter Store from the parameters that the stack declares.</summary>
public sealed class ParameterStore
{
    // The limit of GetParameters.
    private const int MaxNames = 10;

    private readonly ImmutableDictionary<string, Entry> _byName;

    /// <param name="now">Modification time of new and changed parameters.</param>
    /// <param name="before">The store of the previous deployment; null if there is none.</param>
    public ParameterStore(IEnumerable<GraphResource> parameters, DateTimeOffset now, ParameterStore? before = null) =>
        _byName = parameters.ToImmutableDictionary(
            parameter => parameter.Inputs.Text("name")!,
            parameter => before?._byName.GetValueOrDefault(parameter.Inputs.Text("name")!) switch
            {
                null => new Entry(parameter, 1, now),
                var known when known.Parameter.Inputs.Text("value") == parameter.Inputs.Text("value") => known with { Parameter = parameter },
                var known => new Entry(parameter, known.Version + 1, now),
            },
            StringComparer.Ordinal);

    /// <summary><c>GetParameters</c>; each name may be an ARN.</summary>
    /// <returns><c>{Parameters, InvalidParameters}</c> in request order.</returns>
    /// <exception cref="ArgumentException">The list of names is empty, too long or has duplicates; the message is AWS's own.</exception>
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

        var found = names.Select(Find).OfType<Entry>().Select(Describe).ToArray<JsonNode?>();
        var invalid = names.Where(name => Find(name) is null).Select(name => (JsonNode?)name).ToArray();
        return new JsonObject { ["Parameters"] = new JsonArray(found), ["InvalidParameters"] = new JsonArray(invalid) };
    }

    private Entry? Find(string name) =>
        _byName.GetValueOrDefault(name) ?? _byName.Values.FirstOrDefault(entry => entry.Parameter.Outputs.Text("arn") == name);

    private static JsonObject Describe(Entry entry) => new()
    {
        ["Name"] = entry.Parameter.Inputs.Text("name"),
        ["Type"] = entry.Parameter.Inputs.Text("type"),
        ["Value"] = entry.Parameter.Inputs.Text("value"),
        ["Version"] = entry.Version,
        ["ARN"] = entry.Parameter.Outputs.Text("arn"),
        ["DataType"] = entry.Parameter.Inputs.Text("dataType") ?? "text",
        ["LastModifiedDate"] = entry.ChangedAt.ToUnixTimeMilliseconds() / 1000.0,
    };

    /// <param name="Version">Starts at 1; each change of the value increments it.</param>
    private sealed record Entry(GraphResource Parameter, int Version, DateTimeOffset ChangedAt);
}
