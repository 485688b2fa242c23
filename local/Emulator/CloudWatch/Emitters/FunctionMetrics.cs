namespace WorkoutLog.Local.CloudWatch;

/// <summary>
/// The metrics of <c>AWS/Lambda</c>, per function and per invoked alias, and those of <c>AWS/Logs</c>, because in
/// a run only the functions write logs. A function that only an earlier deployment had emits none.
/// </summary>
internal sealed class FunctionMetrics(ResourceGraph graph, ImmutableArray<FunctionDeclaration> functions)
{
    private const string Lambda = "AWS/Lambda";

    private readonly ImmutableDictionary<string, FunctionDeclaration> _byName =
        functions.ToImmutableDictionary(function => function.Name, StringComparer.Ordinal);

    public IEnumerable<MetricId> All =>
    [
        .. from dimensions in functions.Select(function => Dimensions(function.FunctionName))
               .Concat(graph.OfType(LambdaAliasType.Token).Select(alias => Dimensions(alias.Inputs.Text("functionName")!, alias.Inputs.Text("name")!)))
           from name in (string[])["Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions"]
           select new MetricId(Lambda, name, dimensions),
        .. from logGroup in graph.OfType(LogGroupType.Token).Select(declared => declared.Outputs.Text("name")!)
               .Concat(functions.Select(function => function.LogGroup)).Distinct()
           from name in (string[])["IncomingBytes", "IncomingLogEvents"]
           select OfLog(name, logGroup),
    ];

    public IEnumerable<(MetricId Metric, double Value)> Of(InvocationEnded invocation)
    {
        if (_byName.GetValueOrDefault(invocation.Function)?.FunctionName is not { } function)
        {
            return [];
        }

        // arn:aws:lambda:region:account:function:name[:qualifier]
        var qualifier = invocation.InvokedArn.Split(':').ElementAtOrDefault(7);
        (string, string)[][] all = qualifier is null ? [Dimensions(function)] : [Dimensions(function), Dimensions(function, qualifier)];
        // A throttled request is not an invocation.
        (string Name, double Value)[] measured = invocation.Result is InvocationResult.Throttled ? [("Throttles", 1)] :
        [
            ("Throttles", 0),
            ("Invocations", 1),
            ("Errors", invocation.Result is InvocationResult.Answered ? 0 : 1),
            ("Duration", invocation.Duration.TotalMilliseconds),
            ("ConcurrentExecutions", invocation.Concurrency),
        ];
        return from dimensions in all from metric in measured select (new MetricId(Lambda, metric.Name, dimensions), metric.Value);
    }

    public IEnumerable<(MetricId Metric, double Value)> Of(LogLineWritten line) => _byName.GetValueOrDefault(line.Function)?.LogGroup is { } logGroup
        ? [(OfLog("IncomingBytes", logGroup), Encoding.UTF8.GetByteCount(line.Line)), (OfLog("IncomingLogEvents", logGroup), 1)]
        : [];

    private static MetricId OfLog(string name, string logGroup) => new("AWS/Logs", name, ("LogGroupName", logGroup));

    private static (string, string)[] Dimensions(string function) => [("FunctionName", function)];

    private static (string, string)[] Dimensions(string function, string alias) => [("FunctionName", function), ("Resource", $"{function}:{alias}")];
}
