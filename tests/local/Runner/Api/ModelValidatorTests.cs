namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class ModelValidatorTests
{
    private const string NotJson = "Unknown error parsing request body";

    private static readonly Model _model = new ModelReader([]).Read(JsonNode.Parse("""
        {
          "type": "object",
          "properties": {
            "user": { "type": "string", "description": "Whose" },
            "minutes": { "type": "number" },
            "notes": {},
            "set": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "object", "required": ["reps"], "properties": { "reps": { "type": "integer" } } } }
          },
          "required": ["user", "minutes"],
          "additionalProperties": false
        }
        """)!);

    [Theory]
    [InlineData("""{"user":"u","minutes":30}""")]
    [InlineData("""{"user":"u","minutes":30.50,"notes":null}""")]
    [InlineData("""{"user":"u","minutes":1e400,"notes":[[{"user":1}]]}""")]
    [InlineData("""{"user":"u","minutes":99999999999999999999999999999999999999}""")]
    [InlineData("""{"user":1,"user":"the last one counts","minutes":30}""")]
    [InlineData("""{"\u0075ser":"u","minutes":30}""")]
    [InlineData("""{"user":"\ud800","minutes":30,"set":[{"reps":5}]}""")]
    public void Lets_through_what_fits(string body) => Assert.Empty(Check(body));

    [Theory]
    [InlineData("{}", """object has missing required properties (["minutes","user"])""")]
    [InlineData("""{"user":"u"}""", """object has missing required properties (["minutes"])""")]
    [InlineData("""{"user":"u","minutes":"30"}""", """instance type (string) does not match any allowed primitive type (allowed: ["integer","number"])""")]
    [InlineData("""{"user":"u","minutes":null}""", """instance type (null) does not match any allowed primitive type (allowed: ["integer","number"])""")]
    [InlineData("[]", """instance type (array) does not match any allowed primitive type (allowed: ["object"])""")]
    [InlineData("17", """instance type (integer) does not match any allowed primitive type (allowed: ["object"])""")]
    [InlineData("""{"user":true,"minutes":30}""", """instance type (boolean) does not match any allowed primitive type (allowed: ["string"])""")]
    [InlineData("""{"user":"u","minutes":30,"mood":1,"Mood":2}""", """object instance has properties which are not allowed by the schema: ["Mood","mood"]""")]
    [InlineData("""{"user":"u","minutes":30,"a\"b":1}""", """object instance has properties which are not allowed by the schema: ["a\"b"]""")]
    [InlineData("""{"user":"u","minutes":30,"set":[]}""", "array is too short: must have at least 1 elements but instance has 0 elements")]
    [InlineData("""{"user":"u","minutes":30,"set":[1,2,3]}""", "array is too long: must have at most 2 elements but instance has 3 elements")]
    [InlineData("""{"user":"u","minutes":30,"set":[{"reps":1.0}]}""", """instance type (number) does not match any allowed primitive type (allowed: ["integer"])""")]
    // Errors side by side, but none that is deeper than another.
    [InlineData(
        """{"minutes":"30","mood":1}""",
        """object instance has properties which are not allowed by the schema: ["mood"]""", """object has missing required properties (["user"])""")]
    [InlineData(
        """{"user":1,"minutes":"30","set":[{}]}""",
        """instance type (string) does not match any allowed primitive type (allowed: ["integer","number"])""",
        """instance type (integer) does not match any allowed primitive type (allowed: ["string"])""")]
    [InlineData("", NotJson)]
    [InlineData("not json", NotJson)]
    [InlineData("""{"user":"u","minutes":NaN}""", NotJson)]
    [InlineData("""{"user":"u","minutes":30}{}""", NotJson)]
    [InlineData("""{"user":"u","minutes":30,}""", NotJson)]
    public void Says_what_does_not_fit_in_the_words_of_API_Gateway(string body, params string[] errors) => Assert.Equal(errors, Check(body));

    [Fact]
    public void Survives_deep_JSON_and_bytes_that_are_no_text()
    {
        var body = Encoding.UTF8.GetBytes("""{"user":"u","minutes":30,"\ud800":1,"x":2}""");
        body[Array.LastIndexOf(body, (byte)'x')] = 0xff;

        Assert.Empty(Check($$"""{"user":"u","minutes":30,"notes":{{new string('[', 900)}}{{new string(']', 900)}}}"""));
        Assert.Equal([NotJson], Check($$"""{"user":"u","minutes":30,"notes":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}"""));
        Assert.Equal([NotJson], ModelValidator.Check(_model, new byte[] { 0xff, 0xfe, 0x7b }).AsEnumerable());
        Assert.Equal([NotJson], ModelValidator.Check(_model, new byte[] { 0 }).AsEnumerable());
        Assert.StartsWith("object instance has properties which are not allowed by the schema: [", Assert.Single(ModelValidator.Check(_model, body)), StringComparison.Ordinal);
    }

    private static string[] Check(string body) => [.. ModelValidator.Check(_model, Encoding.UTF8.GetBytes(body))];
}

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
    public void Follows_references() => Assert.Equal(["userId"],
        new ModelReader(_document).Read(JsonNode.Parse("""{"$ref":"#/components/schemas/Batch"}""")!).Properties["workouts"].Items!.Required);

    [Theory]
    [InlineData("""{"type":"string","pattern":"x"}""", "has the keyword 'pattern'; a local run knows additionalProperties, description, items, maxItems, minItems, properties, required, title, type only.")]
    [InlineData("""{"properties":{"a":{"oneOf":[]}}}""", "has the keyword 'oneOf'; a local run knows additionalProperties, description, items, maxItems, minItems, properties, required, title, type only.")]
    [InlineData("""{"type":"file"}""", "has the type 'file', which is none of JSON Schema's.")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", "has a schema for additional properties; a local run knows true and false only.")]
    [InlineData("""{"$ref":"#/components/schemas/Nobody"}""", "refers to '#/components/schemas/Nobody', which is not in the document.")]
    [InlineData("""{"$ref":"#/components/schemas/Tree"}""", "'Tree' holds itself, which a local run does not follow.")]
    public void Stops_at_what_it_can_not_check(string schema, string reason) => Assert.Equal(
        "A schema that the API validates requests by " + reason, Refusal.Of(() => new ModelReader(_document).Read(JsonNode.Parse(schema)!)));
}
