namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>Consecutive records of one shard that are published together.</summary>
internal sealed record RecordBatch(string Shard, ImmutableArray<JsonObject> Records)
{
    public DateTimeOffset FirstTime => DateTimeOffset.UnixEpoch.AddSeconds(Change(Records[0]).Number("ApproximateCreationDateTime")!.Value);

    public IEnumerable<RecordBatch> Halves => Records.Chunk((Records.Length + 1) / 2).Select(half => new RecordBatch(Shard, [.. half]));

    /// <summary>The events of the records, as rules of the bus receive them.</summary>
    /// <exception cref="MissingPathException">A record lacks a path of the template.</exception>
    public ImmutableArray<JsonObject> Events(PipeDeclaration pipe, DateTimeOffset time)
    {
        var arn = pipe.BusArn.Split(':');
        return [.. Records.Select(record => new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = pipe.DetailType.Find(record).DeepClone(),
            ["source"] = pipe.Source,
            ["account"] = arn[4],
            ["time"] = time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["region"] = arn[3],
            ["resources"] = new JsonArray(),
            ["detail"] = pipe.Template.Render(record),
        })];
    }

    /// <summary>The dead letter: the position of the records, without their content.</summary>
    /// <param name="condition">Why they are dropped, by EventBridge's name.</param>
    public JsonObject DeadLetter(PipeDeclaration pipe, string condition, int attempts, DateTimeOffset time) => new()
    {
        ["context"] = new JsonObject { ["partnerResourceArn"] = pipe.Arn, ["condition"] = condition, ["approximateInvokeCount"] = attempts },
        ["version"] = "1.0",
        ["timestamp"] = time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["DDBStreamBatchInfo"] = new JsonObject
        {
            ["shardId"] = Shard,
            ["startSequenceNumber"] = Change(Records[0]).Text("SequenceNumber"),
            ["endSequenceNumber"] = Change(Records[^1]).Text("SequenceNumber"),
            ["batchSize"] = Records.Length,
            ["streamArn"] = pipe.StreamArn,
        },
    };

    private static JsonObject Change(JsonObject record) => record["dynamodb"]!.AsObject();
}
