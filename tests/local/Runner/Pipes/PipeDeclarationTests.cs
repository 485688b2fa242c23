namespace WorkoutLog.Local.Tests.Runner.Pipes;

/// <summary>A run does not start with pipe features that it can't emulate.</summary>
public sealed class PipeDeclarationTests
{
    public static TheoryData<string, string, string> Unknown => new()
    {
        { "enrichment", "\"arn:aws:lambda:us-east-1:123456789012:function:f\"", "does not emulate enrichment of pipe 'events'" },
        { "desiredState", "\"STOPPED\"", "does not emulate desiredState" },
        { "logConfiguration", """{"level":"ERROR"}""", "does not emulate logConfiguration.level" },
        { "sourceParameters.dynamodbStreamParameters.maximumBatchingWindowInSeconds", "5", "does not emulate sourceParameters.dynamodbStreamParameters.maximumBatchingWindowInSeconds" },
        { "targetParameters.eventbridgeEventBusParameters.time", "\"$.x\"", "does not emulate targetParameters.eventbridgeEventBusParameters.time" },
        { "sourceParameters.dynamodbStreamParameters.startingPosition", "\"AT_TIMESTAMP\"", "startingPosition of pipe 'events' must be TRIM_HORIZON or LATEST" },
        { "sourceParameters.dynamodbStreamParameters.onPartialBatchItemFailure", "\"OTHER\"", "onPartialBatchItemFailure" },
        { "sourceParameters.dynamodbStreamParameters.deadLetterConfig.arn", "\"arn:aws:sqs:us-east-1:123456789012:other\"", "deadLetterConfig of pipe 'events' must be a queue of the stack" },
        { "source", "\"arn:aws:kinesis:us-east-1:123456789012:stream/s\"", "source of pipe 'events' must be the stream of a table of the stack" },
        { "target", "\"arn:aws:sqs:us-east-1:123456789012:q\"", "target of pipe 'events' must be an event bus of the stack" },
        { "targetParameters.inputTemplate", "\"<$.eventID>\"", "The input template of pipe 'events'" },
        { "targetParameters.eventbridgeEventBusParameters.detailType", "\"workout\"", "A path of pipe 'events'" },
    };

    [Theory, MemberData(nameof(Unknown))]
    public async Task Stops_at(string input, string value, string refusal)
    {
        var graph = await Stacks.OfAsync("dev", ("events", "eventBridge"));
        var path = input.Split('.');
        var owner = path[..^1].Aggregate(graph.OfType(PipeType.Token).Single().Inputs, (node, name) => node[name]!.AsObject());
        owner[path[^1]] = JsonNode.Parse(value);

        Assert.Contains(refusal, Assert.Throws<UserErrorException>(() => StackDescription.From(graph)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_without_events_has_no_pipe() => Assert.Empty(StackDescription.From(await Stacks.OfAsync("dev")).Pipes);
}
