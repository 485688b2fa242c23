using WorkoutLog.Infra.Api;
using WorkoutLog.Local.Examples;

namespace WorkoutLog.Local.Tests.Examples.Reference;

public class ApiReferenceTests
{
    private static readonly JsonObject _document = JsonNode.Parse(PublishedDocument.Create().ToText())!.AsObject();

    [Fact]
    public void The_documentation_matches_the_document() => CommittedFile.Holds("docs/api.md", _ => new ApiReference(_document).Markdown());

    [Fact]
    public void Each_field_of_a_body_is_described()
    {
        var fields = _document["components"]!["schemas"]!.AsObject()
            .SelectMany(schema => schema.Value!["properties"]!.AsObject().Select(property => ($"{schema.Key}.{property.Key}", property.Value!.AsObject())))
            .Where(field => !field.Item2.ContainsKey("$ref"));

        Assert.Empty(fields.Where(field => !field.Item2.ContainsKey("description")).Select(field => field.Item1));
    }

    [Theory, Cases]
    public void A_schema_has_a_short_text(string schema, string text) => Assert.Equal(text, SchemaText.Of(JsonNode.Parse(schema)!));
}
