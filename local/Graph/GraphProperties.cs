using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph;

/// <summary>Reads properties of a resource, whatever CLR type a number in the graph was made from.</summary>
internal static class GraphProperties
{
    public static string? Text(this JsonObject properties, string name) => properties[name]?.GetValue<string>();

    /// <returns>What people read of a member of members; empty where it is left out.</returns>
    public static string Word(this JsonObject properties, params string[] path) =>
        path.Aggregate((JsonNode?)properties, (node, name) => node?[name])?.ToString() ?? "";

    public static int? Integer(this JsonObject properties, string name) =>
        properties[name] is { } number ? (int)double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) : null;

    public static double? Number(this JsonObject properties, string name) =>
        properties[name] is { } number ? double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) : null;

    public static bool Flag(this JsonObject properties, string name) => properties[name]?.GetValue<bool>() ?? false;

    public static IEnumerable<JsonObject> Objects(this JsonObject properties, string name) =>
        properties[name] is JsonArray list ? list.OfType<JsonObject>() : [];
}
