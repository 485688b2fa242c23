namespace WorkoutLog.Local.CloudWatch;

/// <summary>Turns the events of a run into the metrics that AWS would emit.</summary>
internal sealed class RunMetrics(ResourceGraph graph, StackDescription description, MetricStore metrics, MetricClock clock)
{
    private readonly ApiMetrics _api = new(graph, description.Api.Stage, description.Routes);
    private readonly FunctionMetrics _functions = new(graph, description.Functions);
    private readonly TableMetrics _tables = new(description.Tables);
    private readonly PipeMetrics _pipes = new(description.Pipes);

    /// <summary>All metrics of AWS's own services that the stack can emit.</summary>
    public IEnumerable<MetricId> All => [.. _api.All, .. _functions.All, .. _tables.All, .. _pipes.All];

    public void Add(RunEvent happened)
    {
        switch (happened)
        {
            case ApiRequestEnded request:
                Add(_api.Of(request), clock.Of(request.Time + request.Duration));
                break;
            case InvocationEnded invocation:
                Add(_functions.Of(invocation), clock.Of(invocation.Time + invocation.Duration + (invocation.InitDuration ?? TimeSpan.Zero)));
                break;
            case AwsCallEnded call:
                Add(_tables.Of(call), clock.Of(call.Time + call.Duration));
                break;
            case PipeExecuted executed:
                Add(PipeMetrics.Of(executed), clock.Of(executed.Time + executed.Duration));
                break;
            case DeadLetterSent sent:
                Add(_pipes.Of(sent), clock.Of(sent.Time));
                break;
            case LogLineWritten line:
                Add(_functions.Of(line), clock.Of(line.Time));
                foreach (var (metric, time, value) in EmbeddedMetricLine.Read(line.Line))
                {
                    metrics.Add(metric, clock.Of(time), value);
                }

                break;
        }
    }

    public void AddSteady(DateTimeOffset minute) => Add([.. _tables.Provisioned, .. _pipes.Steady], minute);

    /// <summary>Carries queue depths over to the next deployment.</summary>
    public void TakeOver(RunMetrics before) => _pipes.TakeOver(before._pipes);

    private void Add(IEnumerable<(MetricId Metric, double Value)> measured, DateTimeOffset time)
    {
        foreach (var (metric, value) in measured)
        {
            metrics.Add(metric, time, value);
        }
    }
}

/// <summary>
/// Reads metrics from a log line in CloudWatch's embedded metric format. Like CloudWatch, it treats the line as plain text
/// if any part of it violates the format.
/// </summary>
internal static class EmbeddedMetricLine
{
    private const int MaxDimensions = 30;
    private const int MaxMetrics = 100;
    private const int MaxValues = 100;

    /// <returns>Each metric and value with the timestamp in the line; empty for any other line.</returns>
    public static ImmutableArray<(MetricId Metric, DateTimeOffset Time, double Value)> Read(string line)
    {
        if (!line.StartsWith('{') || !line.Contains("\"_aws\"", StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(line) is JsonObject document ? Read(document) : [];
        }
        catch (Exception invalid) when (invalid is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }

    private static ImmutableArray<(MetricId, DateTimeOffset, double)> Read(JsonObject document)
    {
        if (document["_aws"] is not JsonObject metadata || metadata["Timestamp"] is not { } timestamp || metadata["CloudWatchMetrics"] is not JsonArray directives)
        {
            return [];
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(timestamp.GetValue<long>());
        return
        [
            .. from directive in directives.Select(directive => directive!.AsObject())
               let space = Text(directive["Namespace"])
               let definitions = Array(directive["Metrics"], MaxMetrics)
               from dimensions in Array(directive["Dimensions"], MaxMetrics).Select(set => DimensionsOf(document, set!.AsArray()))
               from definition in definitions
               let name = Text(definition!["Name"])
               from value in ValuesOf(document, name)
               select (new MetricId(space, name, dimensions), time, value),
        ];
    }

    private static KeyValuePair<string, string>[] DimensionsOf(JsonObject document, JsonArray names) =>
        [.. Array(names, MaxDimensions).Select(Text).Select(name => KeyValuePair.Create(name, Text(document[name])))];

    private static IEnumerable<double> ValuesOf(JsonObject document, string name) => document[name] switch
    {
        JsonArray values => Array(values, MaxValues).Select(value => value!.GetValue<double>()),
        JsonValue value => [value.GetValue<double>()],
        _ => throw new FormatException($"The metric '{name}' has no value."),
    };

    private static JsonArray Array(JsonNode? node, int most) =>
        node is JsonArray array && array.Count <= most ? array : throw new FormatException($"An array of at most {most} is missing.");

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : throw new FormatException("A text is missing.");
}
