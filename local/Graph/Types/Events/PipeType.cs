namespace WorkoutLog.Local.Graph.Types;

internal sealed class PipeType() : AwsResourceType(
    Token,
    new Emulation.Supported(),
    new Replacement("name", "namePrefix", "region", "source", "sourceParameters.dynamodbStreamParameters.startingPosition")
    {
        NamedBy = "name",
        WhenReplaced = "the new pipe publishes the last day again, with the same ids",
    },
    new Charge.ByUsage(Published))
{
    public const string Token = "aws:pipes/pipe:Pipe";

    // Of each shard, even without writes. Only Lambda triggers read for free.
    private const double ReadsPerSecond = 4;

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) =>
        [("id", resource.Name), ("arn", resource.Arn("pipes", $"pipe/{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
    [
        inputs.At("sourceParameters", "filterCriteria", "filters") is JsonArray filters ? string.Join(" or ", filters.Select(filter => $"{filter?["pattern"]}")) : "NO filter",
        inputs.Word("sourceParameters", "dynamodbStreamParameters", "deadLetterConfig", "arn").Length > 0 ? "dead letters" : "NO dead letters",
    ];

    private static IEnumerable<Usage> Published(GraphResource pipe, ResourceGraph graph, Workload load)
    {
        yield return new(Token, "changes through the pipe", "pipeRequest", load.LogsPerMonth);
        yield return new(Token, "events on the bus", "customEvent", load.LogsPerMonth);
        var table = graph.OfType(TableType.Token).FirstOrDefault(table => table.Outputs.Text("streamArn") == pipe.Inputs.Text("source"));
        var shards = table is null ? 1 : TablePartitions.Of(table, graph, load);
        yield return new(Token, "reads of the stream", "streamRead", shards * ReadsPerSecond * Workload.SecondsPerDay * Workload.DaysPerMonth);
    }
}
