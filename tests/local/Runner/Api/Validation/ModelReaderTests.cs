using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Api.Validation;

namespace WorkoutLog.Local.Tests.Runner.Api.Validation;

public sealed class ModelReaderTests
{
    private static readonly JsonObject _document = JsonNode.Parse("""
        {"components":{"schemas":{
          "Batch":{"type":"object","properties":{"workouts":{"type":"array","items":{"$ref":"#/components/schemas/Workout"}}}},
          "Workout":{"type":"object","required":["userId"]},
          "Tree":{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}}}
        }}}
        """)!.AsObject();

    [Fact]
    public void Follows_references()
    {
        var batch = new ModelReader(_document).Read(JsonNode.Parse("""{"$ref":"#/components/schemas/Batch"}""")!);

        Assert.Equal(["userId"], batch.Properties["workouts"].Items!.Required);
    }

    [Theory]
    [InlineData("""{"type":"string","pattern":"x"}""", "has the keyword 'pattern'; a local run knows additionalProperties, description, items, maxItems, minItems, properties, required, title, type only.")]
    [InlineData("""{"properties":{"a":{"oneOf":[]}}}""", "has the keyword 'oneOf'; a local run knows additionalProperties, description, items, maxItems, minItems, properties, required, title, type only.")]
    [InlineData("""{"type":"file"}""", "has the type 'file', which is none of JSON Schema's.")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", "has a schema for additional properties; a local run knows true and false only.")]
    [InlineData("""{"$ref":"#/components/schemas/Nobody"}""", "refers to '#/components/schemas/Nobody', which is not in the document.")]
    [InlineData("""{"$ref":"#/components/schemas/Tree"}""", "'Tree' holds itself, which a local run does not follow.")]
    public void Stops_at_what_it_can_not_check(string schema, string reason)
    {
        var stop = Assert.Throws<UserErrorException>(() => new ModelReader(_document).Read(JsonNode.Parse(schema)!));

        Assert.Equal("A schema that the API validates requests by " + reason, stop.Message);
    }
}
