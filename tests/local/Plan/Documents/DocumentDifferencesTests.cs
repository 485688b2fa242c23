using System.Text.Json.Nodes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Tests.Plan.Documents;

public class DocumentDifferencesTests
{
    [Theory]
    [InlineData("""{"a":"1"}""", """{"a":"2"}""", "no route changes, but x.a 1 → 2")]
    [InlineData(
        """{"a":"1","b":"1","c":"1","d":"1","e":"1"}""", """{"a":"2","b":"2","c":"2","d":"2","e":"2"}""",
        "no route changes, but x.a 1 → 2, x.b 1 → 2, x.c 1 → 2, and 2 more")]
    public void What_of_an_API_is_of_no_route_is_told_in_a_line(string before, string after, string text)
    {
        var line = Assert.Single(DocumentDifferences.Between(Api(before), Api(after)));

        Assert.Equal((Sign.Changed, text), (line.Sign, line.Text));
    }

    private static JsonObject Api(string rest) => new() { ["openapi"] = "3.0.1", ["paths"] = new JsonObject(), ["x"] = JsonNode.Parse(rest) };
}
