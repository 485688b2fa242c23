namespace WorkoutLog.Local.Cost.Limits;

/// <summary>A session that sends the most expensive requests as fast as the firewall's limits per session allow.</summary>
/// <param name="PerSecond">Rate of all its requests.</param>
/// <param name="BulkPerSecond">Rate of batches and exports among them.</param>
internal sealed record HostileSession(double PerSecond, double BulkPerSecond)
{
    private const string Write = "Write";
    private const string Read = "Read";

    /// <summary>The most expensive request per table and index, of the routes with the smaller limit and of the others.</summary>
    public static ImmutableArray<ExpensiveRequest> Requests { get; } =
    [
        new("a move with the longest notes", "logs", Write, RequestUnits.LargestMove),
        new(
            $"a batch of {ApiLimits.MaxBatchSize}, each with a key, an externalId and the longest notes", "logs", Write,
            ApiLimits.MaxBatchSize * (RequestUnits.LargestLogWrite + RequestUnits.IdempotencyWrite + RequestUnits.PointerWrite), IsBulk: true),
        // Deletes the old index entry and adds a new one.
        new("a move or an edit to another type, with the longest notes", "logs/byType", Write, 2 * RequestUnits.LargestIndexWrite),
        new($"a batch of {ApiLimits.MaxBatchSize} with the longest notes", "logs/byType", Write, ApiLimits.MaxBatchSize * RequestUnits.LargestIndexWrite, IsBulk: true),
        new("a move from one sealed year to another", "stats", Write, 2 * RequestUnits.OldMonthWrite),
        new("statistics that seal a year", "stats", Write, RequestUnits.SealWrite),
        new($"a batch of {ApiLimits.MaxBatchSize}, each in another year", "stats", Write, ApiLimits.MaxBatchSize * RequestUnits.OldMonthWrite, IsBulk: true),
        new("a page of a list", "logs", Read, ApiLimits.MaxPageReadUnits),
        new("a page of an export", "logs", Read, ApiLimits.MaxExportReadUnits, IsBulk: true),
        new("a page of a list by type", "logs/byType", Read, ApiLimits.MaxPageReadUnits),
        new($"statistics over {Assumptions.MostMonths} full months without a seal", "stats", Read, RequestUnits.LargestStatsRead),
    ];

    /// <returns>Null if the firewall does not limit sessions, or the requests are not those of this repository's API.</returns>
    public static HostileSession? Of(ResourceGraph graph)
    {
        var rates = FirewallRate.Of(graph).Where(rate => rate.IsPerSession).ToArray();
        return Demand.Of(graph) is MeasuredDemand && rates.Length > 0 ? new(rates.Max(rate => rate.PerSecond), rates.Min(rate => rate.PerSecond)) : null;
    }

    /// <summary>Capacity units per second of a table or an index.</summary>
    public double Units(string label, string direction)
    {
        var units = Requests.Where(request => (request.Label, request.Direction) == (label, direction)).ToLookup(request => request.IsBulk, request => request.Units);
        double other = units[false].DefaultIfEmpty().Max();
        return (BulkPerSecond * Math.Max(other, units[true].DefaultIfEmpty().Max())) + ((PerSecond - BulkPerSecond) * other);
    }
}

/// <param name="Label">As of <see cref="CapacityDemand"/>.</param>
/// <param name="Direction">As of <see cref="Throughput"/>.</param>
/// <param name="Units">As DynamoDB bills them.</param>
/// <param name="IsBulk">The firewall's smaller limit counts it.</param>
internal sealed record ExpensiveRequest(string Name, string Label, string Direction, int Units, bool IsBulk = false);

/// <summary>A rate rule of the firewall.</summary>
/// <param name="IsPerSession">Otherwise per address.</param>
/// <param name="IsForAll">Otherwise for some paths only.</param>
internal sealed record FirewallRate(bool IsPerSession, bool IsForAll, double PerSecond)
{
    public static IEnumerable<FirewallRate> Of(ResourceGraph graph) =>
        from acl in graph.OfType(WebAclType.Token)
        from rule in acl.Inputs.Objects("rules")
        let rate = rule.At("statement", "rateBasedStatement") as JsonObject
        where rate is not null
        select new FirewallRate(
            rate.Text("aggregateKeyType") == "CUSTOM_KEYS", rate["scopeDownStatement"] is null, rate.Number("limit")!.Value / rate.Number("evaluationWindowSec")!.Value);
}
