using WorkoutLog.Local.Cost.Capacity;

namespace WorkoutLog.Local.Cost;

/// <summary>The bill of a workload on a stack, advice on capacity, and the nearest limits.</summary>
/// <param name="Region">Of the stack; the prices may be another region's.</param>
/// <param name="ReadsDollars">Dollars that 1,000 more reads per day would add to the list total.</param>
/// <param name="Limits">The nearest first.</param>
internal sealed record CostReport(
    string Region, Bill Bill, ImmutableArray<BilledTime> Times, double ReadsDollars, CapacityAdvice Advice, ImmutableArray<Limit> Limits)
{
    private const long Seed = 1;

    public bool IsOfOtherRegion => Region != Bill.Prices.Region;

    /// <summary>Requests are throttled: with provisioned capacity, the bill covers only the served part of the load.</summary>
    public bool IsTooSmall => Limits.Any(limit => limit.Breaks);

    /// <summary>The list total if tables and indexes had the advised capacity.</summary>
    public double ListTotalAsAdvised =>
        Bill.ListTotal - Bill.Lines.Where(line => line.IsCapacity).Sum(line => line.ListDollars) + Math.Min(Advice.OnDemandDollars, Advice.AutoscaledDollars);

    public static CostReport Of(ResourceGraph graph, Workload load)
    {
        var prices = PriceList.Load();
        var bill = Bill.Of(graph, load, prices);
        return new(
            graph.OfType(FunctionType.Token)[0].Outputs.Text("arn")!.Split(':')[3], bill, [.. graph.OfType(FunctionType.Token).Select(function => BilledTime.Of(function, graph, load))],
            Bill.Of(graph, load with { ReadsPerDay = load.ReadsPerDay + 1_000 }, prices).ListTotal - bill.ListTotal,
            CapacityAdvice.Of(graph, load, prices), LimitCheck.Of(graph, load, ScaleRun.Of(graph, load, users: null, Seed)));
    }
}

/// <summary>Average milliseconds that Lambda bills per request of a function.</summary>
internal sealed record BilledTime(string Function, double Milliseconds, int MemoryMiB)
{
    public static BilledTime Of(GraphResource function, ResourceGraph graph, Workload load) =>
        new(function.Name, Demand.Of(graph).ShareOf(function, load).BilledMilliseconds, FunctionType.MemoryMiB(function));
}
