using System.Text.Json.Nodes;

namespace WorkoutLog.Bench.Tests.Support;

/// <summary>Makes answers of different functions comparable as text.</summary>
internal static class Answers
{
    /// <summary>An object without some of its members, each of which it must have.</summary>
    public static string Without(JsonNode answer, params string[] members)
    {
        var rest = Sorted(answer).AsObject();
        foreach (string member in members)
        {
            Assert.True(rest.Remove(member));
        }

        return rest.ToJsonString();
    }

    /// <summary>With the members of objects sorted by name.</summary>
    public static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sorted(member.Value!)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Sorted(element!))]),
        _ => node.DeepClone(),
    };
}
