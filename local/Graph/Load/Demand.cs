namespace WorkoutLog.Local.Graph.Load;

/// <summary>
/// The load that a workload puts on a program's routes, functions and tables. Without measurements, the graph decides: routes with
/// <c>GET</c> share the reads and all others the writes, in equal parts; a function serves the routes that are integrated with it; each
/// write puts one item into every table, and each read takes one page from it, that the function's role may write or read. No metrics
/// are written.
/// </summary>
internal class Demand(ResourceGraph graph)
{
    private static readonly string[] _writes = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"];
    private static readonly string[] _reads = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"];

    private readonly Lazy<ImmutableArray<Route>> _routes = new(() => [.. graph.OfType(RestApiType.Token).SelectMany(RoutesOf)]);

    public static Demand Of(ResourceGraph graph) => graph.Project == MeasuredDemand.Project ? new MeasuredDemand(graph) : new Demand(graph);

    /// <summary>The routes of an API that reach a function, without HEAD, which gets a share of GET's calls. Routes that the gateway answers itself are only called by mistake.</summary>
    public static IEnumerable<Route> RoutesOf(GraphResource api) =>
        from path in api.Inputs.Document("body")?["paths"] as JsonObject ?? []
        from operation in path.Value as JsonObject ?? []
        where operation.Key != "head"
        let integration = (operation.Value as JsonObject)?["x-amazon-apigateway-integration"] as JsonObject
        where integration?.Text("type") == "aws_proxy"
        select new Route(operation.Key, path.Key, integration.Word("uri"));

    public virtual double CallsPerDay(Route route, Workload load) =>
        (route.IsRead ? load.ReadsPerDay : load.LogsPerDay) / _routes.Value.Count(other => other.IsRead == route.IsRead);

    public virtual FunctionShare ShareOf(GraphResource function, Workload load)
    {
        var (writes, reads) = (load.LogsPerDay * PartOf(function, isRead: false), load.ReadsPerDay * PartOf(function, isRead: true));
        var milliseconds = (writes * Assumptions.BilledMillisecondsOfWrite) + (reads * Assumptions.BilledMillisecondsOfRead);
        return new FunctionShare(writes + reads, writes + reads > 0 ? milliseconds / (writes + reads) : 0, MetricBytes: 0);
    }

    public virtual IEnumerable<EmittedMetric> MetricsOf(GraphResource function, Workload load) => [];

    /// <summary>Of a table, then of each of its indexes.</summary>
    public virtual IEnumerable<CapacityDemand> CapacityOf(GraphResource table)
    {
        var arn = table.Outputs.Text("arn")!;
        var items = PartThatMay(_writes, arn, isRead: false);
        return OfTableAndIndexes(table, index => (
            items * RequestUnits.Writes(Assumptions.ItemBytes),
            PartThatMay(_reads, index is null ? arn : $"{arn}/index/{index}", isRead: true) * RequestUnits.ConsistentReads(Assumptions.ItemBytes * Assumptions.ItemsPerPage),
            items * CapacityDemand.Stored(Assumptions.ItemBytes)));
    }

    protected static IEnumerable<CapacityDemand> OfTableAndIndexes(GraphResource table, Func<string?, (double WriteUnits, double ReadUnits, double ItemBytes)> of) =>
        table.Inputs.Objects("globalSecondaryIndexes").Select(index => index.Text("name")).Prepend(null).Select(index =>
        {
            var (writeUnits, readUnits, itemBytes) = of(index);
            return new CapacityDemand(table.Outputs.Text("name")!, index, index is null ? table.Name : $"{table.Name}/{index}", writeUnits, readUnits, itemBytes);
        });

    private double PartThatMay(string[] actions, string arn, bool isRead) =>
        graph.OfType(FunctionType.Token).Where(function => May(function, actions, arn)).Sum(function => PartOf(function, isRead));

    private double PartOf(GraphResource function, bool isRead)
    {
        var alike = _routes.Value.Where(route => route.IsRead == isRead).ToArray();
        return alike.Length == 0 ? 0 : (double)alike.Count(route => route.Calls(function)) / alike.Length;
    }

    private bool May(GraphResource function, string[] actions, string arn) => graph.OfType(RolePolicyType.Token)
        .Where(policy => function.Inputs.Word("role").EndsWith($"/{policy.Inputs.Text("role")}", StringComparison.Ordinal))
        .SelectMany(policy => policy.Inputs.Document("policy")?.Objects("Statement") ?? [])
        .Any(statement => statement.Text("Effect") == "Allow"
            && statement.Texts("Resource").Any(resource => Wildcard.Matches(resource, arn))
            && statement.Texts("Action").Any(pattern => actions.Any(action => Wildcard.Matches(pattern, action, ignoreCase: true))));
}

/// <param name="Method">In lower case, as the API's document has it.</param>
/// <param name="Target">The URI of the integration, which holds the ARN of a function, a version or an alias.</param>
internal sealed record Route(string Method, string Path, string Target)
{
    public bool IsRead => Method == "get";

    public bool Calls(GraphResource function) =>
        function.Outputs.Text("arn") is { } arn && (Target.Contains($"{arn}:", StringComparison.Ordinal) || Target.Contains($"{arn}/", StringComparison.Ordinal));
}

/// <summary>The part of a workload that a function serves.</summary>
/// <param name="BilledMilliseconds">Per request, on average.</param>
/// <param name="MetricBytes">Of its metric lines per request.</param>
internal sealed record FunctionShare(double RequestsPerDay, double BilledMilliseconds, int MetricBytes)
{
    public double RequestsPerMonth => RequestsPerDay * Workload.DaysPerMonth;

    /// <summary>In the busiest second.</summary>
    public double PeakRequests => RequestsPerDay / Workload.SecondsPerDay * DailyCurve.Peak;
}

/// <summary>A metric that a function writes to its log: CloudWatch creates one per name and set of dimensions.</summary>
/// <param name="Type">Value of the dimension of the workout type; empty without it.</param>
internal sealed record EmittedMetric(string Name, string Type, double EventsPerDay);

/// <summary>The load of the workload on one table or index.</summary>
/// <param name="Index">Null for the table itself.</param>
/// <param name="Label"><c>logs</c>, or <c>logs/byType</c> for an index.</param>
/// <param name="WriteUnitsPerLog">As billed.</param>
/// <param name="ReadUnitsPerRead">As billed, averaged over all reads of the workload.</param>
/// <param name="ItemBytesPerLog">Bytes that a log adds permanently, including DynamoDB's overhead.</param>
internal sealed record CapacityDemand(
    string Table, string? Index, string Label, double WriteUnitsPerLog, double ReadUnitsPerRead, double ItemBytesPerLog)
{
    public ImmutableArray<Throughput> Directions(Workload load) =>
    [
        new(this, "Write", load.LogsPerMonth * WriteUnitsPerLog, load.PeakLogs * WriteUnitsPerLog),
        new(this, "Read", load.ReadsPerMonth * ReadUnitsPerRead, load.PeakReads * ReadUnitsPerRead),
    ];

    /// <summary>After <see cref="Assumptions.MonthsOfHistory"/>.</summary>
    public double Gigabytes(Workload load) => load.LogsPerMonth * Assumptions.MonthsOfHistory * ItemBytesPerLog / Workload.BytesPerGigabyte;

    /// <summary>Of all tables of a stack, each followed by its indexes.</summary>
    public static ImmutableArray<CapacityDemand> OfAll(ResourceGraph graph) => [.. graph.OfType(TableType.Token).SelectMany(Demand.Of(graph).CapacityOf)];

    /// <summary>An item's bytes including DynamoDB's overhead.</summary>
    public static double Stored(int bytes) => bytes + Assumptions.StorageBytesPerItem;
}

/// <summary>Writes to, or reads from, a table or an index.</summary>
/// <param name="Direction"><c>Write</c> or <c>Read</c>.</param>
/// <param name="PeakUnits">In the busiest second.</param>
internal sealed record Throughput(CapacityDemand Demand, string Direction, double UnitsPerMonth, double PeakUnits);
