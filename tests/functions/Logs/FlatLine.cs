using System.Text.Json;

namespace WorkoutLog.Functions.Tests.Logs;

/// <summary>The names under which CloudWatch Logs Insights finds the members of a line: <c>exceptions.0.type</c>.</summary>
internal static class FlatLine
{
    public static IEnumerable<string> Names(string line) => Names(JsonSerializer.Deserialize<JsonElement>(line), "");

    private static IEnumerable<string> Names(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Names(member.Value, Below(path, member.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, place) => Names(item, Below(path, $"{place}"))),
        _ => [path],
    };

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
