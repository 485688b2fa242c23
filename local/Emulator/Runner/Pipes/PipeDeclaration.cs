namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>A pipe from the stream of a table to an event bus, as its resource declares it.</summary>
/// <param name="Name">Name of the resource in the program.</param>
/// <param name="PipeName">Name at AWS, used in its metrics.</param>
/// <param name="Table">Name at AWS of the table whose stream it reads.</param>
/// <param name="RetryAttempts">Retries after the first attempt; null for no limit.</param>
/// <param name="RecordAge">Maximum age of a record; null for no limit.</param>
/// <param name="DeadLetters">Dead-letter queue of dropped records; null if they are lost.</param>
public sealed record PipeDeclaration(
    string Name, string PipeName, string Arn, string Table, string StreamArn, string BusArn, string StartingPosition, int BatchSize, int? RetryAttempts, TimeSpan? RecordAge,
    bool Bisects, DeadLetterTarget? DeadLetters, FunctionRole Role)
{
    // EventBridge's default.
    private const int DefaultBatchSize = 100;

    // The inputs that a local run emulates; list indexes are omitted.
    private static readonly FrozenSet<string> _known = FrozenSet.Create(
        StringComparer.Ordinal,
        "description", "name", "namePrefix", "region", "roleArn", "source", "target", "tags",
        "sourceParameters.dynamodbStreamParameters.batchSize", "sourceParameters.dynamodbStreamParameters.deadLetterConfig.arn",
        "sourceParameters.dynamodbStreamParameters.maximumRecordAgeInSeconds", "sourceParameters.dynamodbStreamParameters.maximumRetryAttempts",
        "sourceParameters.dynamodbStreamParameters.onPartialBatchItemFailure", "sourceParameters.dynamodbStreamParameters.parallelizationFactor",
        "sourceParameters.dynamodbStreamParameters.startingPosition", "sourceParameters.filterCriteria.filters.pattern",
        "targetParameters.eventbridgeEventBusParameters.detailType", "targetParameters.eventbridgeEventBusParameters.source", "targetParameters.inputTemplate");

    public required ImmutableArray<EventPattern> Filters { get; init; }

    public required InputTemplate Template { get; init; }

    public required RecordPath DetailType { get; init; }

    public required string Source { get; init; }

    /// <exception cref="UserErrorException">A pipe uses a feature that a local run does not emulate.</exception>
    public static ImmutableArray<PipeDeclaration> All(ResourceGraph graph, ImmutableDictionary<string, FunctionRole> roles) =>
        [.. graph.OfType(PipeType.Token).Select(pipe => From(pipe, graph, roles[pipe.Name]))];

    private static PipeDeclaration From(GraphResource pipe, ResourceGraph graph, FunctionRole role)
    {
        var (inputs, owner) = (pipe.Inputs, $"pipe '{pipe.Name}'");
        if (Paths(inputs, "").Where(path => !_known.Contains(path) && !path.StartsWith("tags.", StringComparison.Ordinal)).ToArray() is { Length: > 0 } unknown)
        {
            throw new UserErrorException($"A local run does not emulate {string.Join(", ", unknown)} of {owner}.");
        }

        var source = inputs.At("sourceParameters", "dynamodbStreamParameters") as JsonObject ?? [];
        var target = inputs["targetParameters"] as JsonObject ?? [];
        var table = graph.OfType(TableType.Token).FirstOrDefault(table => table.Outputs.Text("streamArn") == inputs.Word("source"))
            ?? throw Refuse(owner, "source", "the stream of a table of the stack", inputs.Word("source"));
        var busArn = inputs.Word("target");
        if (!graph.OfType(EventBusType.Token).Any(bus => bus.Outputs.Text("arn") == busArn))
        {
            throw Refuse(owner, "target", "an event bus of the stack", busArn);
        }

        var position = source.Word("startingPosition");
        return new PipeDeclaration(
            pipe.Name, pipe.Outputs.Text("name")!, pipe.Outputs.Text("arn")!, table.Outputs.Text("name")!, inputs.Word("source"), busArn,
            position is "TRIM_HORIZON" or "LATEST" ? position : throw Refuse(owner, "startingPosition", "TRIM_HORIZON or LATEST", position),
            source.Integer("batchSize") ?? DefaultBatchSize,
            source.Integer("maximumRetryAttempts") is { } attempts and >= 0 ? attempts : null,
            source.Integer("maximumRecordAgeInSeconds") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null,
            source.Word("onPartialBatchItemFailure") switch
            {
                "AUTOMATIC_BISECT" => true,
                "" => false,
                var other => throw Refuse(owner, "onPartialBatchItemFailure", "AUTOMATIC_BISECT or absent", other),
            },
            DeadLetterTarget.Find(graph, source.Word("deadLetterConfig", "arn"), owner),
            role)
        {
            Filters = inputs.At("sourceParameters", "filterCriteria", "filters") is JsonArray filters
                ? [.. filters.Select(filter => EventPattern.Read($"{filter?["pattern"]}", owner))]
                : [],
            Template = InputTemplate.Read(target.Word("inputTemplate"), owner),
            DetailType = RecordPath.Read(target.Word("eventbridgeEventBusParameters", "detailType"), owner),
            Source = target.Word("eventbridgeEventBusParameters", "source"),
        };
    }

    /// <summary>Whether a record becomes an event; one matching pattern is enough.</summary>
    internal bool Takes(JsonObject record) => Filters.IsEmpty || Filters.Any(filter => filter.Matches(record));

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany(item => Paths(item, path)),
        _ => [path],
    };

    private static UserErrorException Refuse(string owner, string input, string allowed, string got) => new($"{input} of {owner} must be {allowed}; got '{got}'.");
}

/// <param name="Name">Name at AWS, used in its metrics.</param>
public sealed record DeadLetterTarget(string Name, string Arn)
{
    /// <returns>Null if none is declared.</returns>
    /// <exception cref="UserErrorException">The queue is not part of the stack.</exception>
    internal static DeadLetterTarget? Find(ResourceGraph graph, string arn, string owner) => arn.Length == 0 ? null
        : graph.OfType(QueueType.Token).FirstOrDefault(queue => queue.Outputs.Text("arn") == arn) is { } queue ? new(queue.Outputs.Text("name")!, arn)
        : throw new UserErrorException($"deadLetterConfig of {owner} must be a queue of the stack; got '{arn}'.");
}
