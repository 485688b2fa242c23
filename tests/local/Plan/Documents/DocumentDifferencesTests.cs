using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Tests.Plan.Documents;

/// <summary>Schema changes that break senders or readers, and changes of an API outside its routes.</summary>
public class DocumentDifferencesTests
{
    [Theory, Cases]
    public void Breaks_senders_or_readers(string before, string after, string text, bool breaksRequest, bool breaksAnswer)
    {
        Assert.Equal([(text, breaksRequest)], Between(before, after, isRequest: true));
        Assert.Equal([(text, breaksAnswer)], Between(before, after, isRequest: false));
    }

    [Fact]
    public void A_recursive_schema_is_visited_once()
    {
        const string Body = """{"openapi":"3.0.1","paths":{},"components":{"schemas":{"Node":{"properties":{"next":{"$ref":"#/components/schemas/Node"},"x":{"type":"TYPE"}}}}}}""";
        var (before, after) = (Document(Body.Replace("TYPE", "string", StringComparison.Ordinal)), Document(Body.Replace("TYPE", "integer", StringComparison.Ordinal)));
        var reference = JsonNode.Parse("""{"$ref":"#/components/schemas/Node"}""");

        Assert.Equal(["x type string → integer"], SchemaDifferences.Between(before, reference, after, reference, isRequest: true).Select(difference => difference.Text));
    }

    private static IEnumerable<(string, bool)> Between(string before, string after, bool isRequest)
    {
        var document = Document("""{"openapi":"3.0.1","paths":{}}""");
        return SchemaDifferences.Between(document, JsonNode.Parse(before), document, JsonNode.Parse(after), isRequest).Select(difference => (difference.Text, difference.Breaks));
    }

    private static ApiDocument Document(string body) => ApiDocument.Read(JsonNode.Parse(body)!.AsObject());

    [Theory]
    [InlineData("""{"a":"1"}""", """{"a":"2"}""", "no route changes, but x.a 1 → 2")]
    [InlineData(
        """{"a":"1","b":"1","c":"1","d":"1","e":"1"}""", """{"a":"2","b":"2","c":"2","d":"2","e":"2"}""",
        "no route changes, but x.a 1 → 2, x.b 1 → 2, x.c 1 → 2, and 2 more")]
    public void Changes_outside_routes_are_summed_up_in_a_line(string before, string after, string text)
    {
        var line = Assert.Single(DocumentDifferences.Between(Api(before), Api(after)));

        Assert.Equal((Sign.Changed, text), (line.Sign, line.Text));
    }

    private static JsonObject Api(string rest) => new() { ["openapi"] = "3.0.1", ["paths"] = new JsonObject(), ["x"] = JsonNode.Parse(rest) };
}
