using Pulumi;

namespace WorkoutLog.Local.Graph;

/// <summary>Turns registered values into JSON, with the members of every object sorted by name.</summary>
internal sealed class GraphValues(string root)
{
    // An archive's source is not public; only the SDK's serializer reads it.
    private static readonly PropertyInfo _archiveValue =
        typeof(AssetOrArchive).GetProperty("Value", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(nameof(AssetOrArchive), "Value");

    public JsonObject ToJson(IReadOnlyDictionary<string, object> values) => new(values
        .OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => KeyValuePair.Create(value.Key, ToJson(value.Value))));

    public JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        ImmutableArray<object> list => new JsonArray([.. list.Select(ToJson)]),
        ImmutableDictionary<string, object> map => ToJson((IReadOnlyDictionary<string, object>)map),
        FileArchive archive => new JsonObject { ["archive"] = Archive((string)_archiveValue.GetValue(archive)!) },
        _ => throw new InvalidOperationException($"A registered value is of type {value.GetType()}, which has no JSON form here."),
    };

    private JsonObject Archive(string path)
    {
        var file = Path.GetFullPath(path, root);
        if (!File.Exists(file))
        {
            throw new UserErrorException($"The archive {Path.GetRelativePath(root, file)} is missing. Fix: ./workout package");
        }

        using var stream = File.OpenRead(file);
        return new JsonObject
        {
            ["path"] = Path.GetRelativePath(root, file),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(stream)),
        };
    }
}
