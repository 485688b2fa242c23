using WorkoutLog.Local.Runner.Pipes;

namespace WorkoutLog.Local.Tests.Runner.Pipes;

public sealed class EventPatternTests
{
    [Theory]
    [InlineData("""{"a":["x","y"]}""", """{"a":"y","b":1}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":"X"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"b":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":["w","x"]}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":{"x":"x"}}""", false)]
    [InlineData("""{"a":{"b":[1]}}""", """{"a":{"b":1}}""", true)]
    [InlineData("""{"a":{"b":[1]}}""", """{"a":"b"}""", false)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x","b":"z"}""", false)]
    [InlineData("""{"a":[{"exists":true}]}""", """{"a":""}""", true)]
    [InlineData("""{"a":[{"exists":true}]}""", """{}""", false)]
    [InlineData("""{"a":[{"exists":false}]}""", """{}""", true)]
    [InlineData("""{"a":[{"prefix":"wo"},"other"]}""", """{"a":"workout"}""", true)]
    [InlineData("""{"a":[{"prefix":"wo"}]}""", """{"a":"two"}""", false)]
    public void Matches_as_EventBridge_does(string pattern, string value, bool matches) =>
        Assert.Equal(matches, EventPattern.Read(pattern, "pipe 'p'").Matches(JsonNode.Parse(value)));

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"a":"x"}""")]
    [InlineData("""{"a":[]}""")]
    [InlineData("""{"a":[["x"]]}""")]
    [InlineData("""{"a":[{"anything-but":["x"]}]}""")]
    [InlineData("""{"a":[{"numeric":[">",1]}]}""")]
    public void Refuses_what_it_does_not_evaluate(string pattern)
    {
        var refusal = Assert.Throws<UserErrorException>(() => EventPattern.Read(pattern, "pipe 'p'"));

        Assert.StartsWith("The filter pattern of pipe 'p' must", refusal.Message, StringComparison.Ordinal);
    }
}

public sealed class InputTemplateTests
{
    private static readonly JsonObject _record = JsonNode.Parse("""{"eventID":"7","dynamodb":{"NewImage":{"n":{"N":"1"},"notes":{"S":"a \"quoted\" <note>"}}}}""")!.AsObject();

    [Fact]
    public void Replaces_paths_by_JSON_values()
    {
        var template = InputTemplate.Read("""{"id": <$.eventID>, "new": <$.dynamodb.NewImage>, "fixed": [1, <$.dynamodb.NewImage.n.N>]}""", "pipe 'p'");

        Assert.Equal("""{"id":"7","new":{"n":{"N":"1"},"notes":{"S":"a \"quoted\" <note>"}},"fixed":[1,"1"]}""", template.Render(_record).ToJsonString(GraphJson.Unescaped));
    }

    [Fact]
    public void Rejects_a_record_that_lacks_a_path()
    {
        var template = InputTemplate.Read("""{"old": <$.dynamodb.OldImage>}""", "pipe 'p'");

        Assert.Contains("$.dynamodb.OldImage", Assert.Throws<MissingPathException>(() => template.Render(_record)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"text\"")]
    [InlineData("{\"id\": <$.eventID>")]
    [InlineData("{\"id\": \"<$.eventID>\", <$.x>}")]
    [InlineData("{\"id\": <aws.pipes.pipe-arn>}")]
    [InlineData("{\"id\": <$.a[0]>}")]
    public void Refuses_what_it_does_not_evaluate(string template) =>
        Assert.Throws<UserErrorException>(() => InputTemplate.Read(template, "pipe 'p'"));
}
