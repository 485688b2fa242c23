using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>The option <c>ignoreChanges</c>: at its paths, what was set stays, whatever the program says now.</summary>
internal static class IgnoredChanges
{
    private const string Any = "*";

    /// <returns>The inputs that Pulumi hands to the provider.</returns>
    public static JsonObject Apply(JsonObject before, JsonObject after, IEnumerable<string> paths)
    {
        var result = after.DeepClone().AsObject();
        foreach (var path in paths)
        {
            Keep(before, result, PropertyPath.Parse(path).Steps.AsSpan());
        }

        return result;
    }

    private static void Keep(JsonNode? before, JsonNode? after, ReadOnlySpan<PathStep> steps)
    {
        if (steps.IsEmpty)
        {
            return;
        }

        foreach (var name in steps[0].Name == Any ? Names(before, after) : [steps[0].Name])
        {
            if (steps.Length > 1)
            {
                Keep(At(before, name), At(after, name), steps[1..]);
            }
            else
            {
                Keep(before, after, name);
            }
        }
    }

    private static void Keep(JsonNode? before, JsonNode? after, string name)
    {
        var value = At(before, name)?.DeepClone();
        if (after is JsonObject members && value is null)
        {
            members.Remove(name);
        }
        else if (after is JsonObject)
        {
            after[name] = value;
        }
        else if (after is JsonArray list && Index(name, list.Count) is { } index && value is not null)
        {
            list[index] = value;
        }
    }

    private static JsonNode? At(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray list => Index(name, list.Count) is { } index ? list[index] : null,
        _ => null,
    };

    private static string[] Names(JsonNode? before, JsonNode? after) => [.. Names(before).Union(Names(after), StringComparer.Ordinal)];

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Key),
        JsonArray list => Enumerable.Range(0, list.Count).Select(index => index.ToString(CultureInfo.InvariantCulture)),
        _ => [],
    };

    private static int? Index(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count ? index : null;
}
