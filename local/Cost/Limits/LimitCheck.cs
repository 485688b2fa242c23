using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Cost.Limits;

/// <summary>Compares a workload's peak second with the limits of the stack and of an account, the nearest first.</summary>
internal static class LimitCheck
{
    private const string Reserve = "increase its reserved concurrency";

    public static ImmutableArray<Limit> Of(ResourceGraph graph, Workload load, ScaleRun scale) =>
    [
        .. OfApi(graph, load)
            .Concat(OfFunctions(graph, load))
            .Concat(CapacityDemand.OfAll(graph).SelectMany(demand => demand.Directions(load)).SelectMany(direction => OfCapacity(graph, direction)))
            .Concat(OfKeys(graph, scale))
            .Concat(OfFirewall(graph, load, scale))
            .Concat(OfHostileSession(graph))
            .OrderByDescending(limit => limit.Share),
    ];

    // Only this repository's own program has the settings.
    private static string Answer(ResourceGraph graph, string change, params string[] keys) =>
        Demand.Of(graph) is MeasuredDemand ? $"set {string.Join(" and ", keys.Select(key => $"`{key}`"))}" : change;

    private static IEnumerable<Limit> OfApi(ResourceGraph graph, Workload load)
    {
        foreach (var rate in graph.OfType(MethodSettingsType.Token).Select(resource => resource.Inputs.Number("settings", "throttlingRateLimit")).OfType<double>())
        {
            yield return new(
                "stage throttle", load.PeakRequests, rate, "requests/s", Answer(graph, "raise the stage throttle", ApiKeys.ThrottleRate.Key, ApiKeys.ThrottleBurst.Key));
        }

        yield return new(
            "API Gateway, account", load.PeakRequests, Quotas.ApiRequests, "requests/s", "request a higher API Gateway throttle rate, then raise the stage throttle");
    }

    private static IEnumerable<Limit> OfFunctions(ResourceGraph graph, Workload load)
    {
        var all = 0.0;
        foreach (var function in graph.OfType(FunctionType.Token))
        {
            var needed = Concurrency(Demand.Of(graph).ShareOf(function, load));
            all += needed;
            if (function.Inputs.Integer("reservedConcurrentExecutions") is { } reserved and >= 0)
            {
                yield return new($"{function.Name}, reserved", needed, reserved, "concurrent calls", function.Name switch
                {
                    FunctionNames.ProcessWorkout => Answer(graph, Reserve, FunctionKeys.ProcessWorkout.ReservedConcurrency.Key),
                    FunctionNames.QueryWorkouts => Answer(graph, Reserve, FunctionKeys.QueryWorkouts.ReservedConcurrency.Key),
                    _ => Reserve,
                });
            }

            if (function.Inputs.At("environment", "variables", FunctionEnvironment.ParameterPath) is not null)
            {
                yield return new(
                    "parameters, account", needed / Quotas.ParameterPeriod, Quotas.ParameterReads, "reads/s", "enable the higher throughput of Parameter Store");
            }
        }

        yield return new("Lambda, account", all, Quotas.Concurrency, "concurrent calls", "request more concurrent executions of Lambda");
    }

    // Below 100 ms per call, a function still needs one concurrent invocation for every ten requests per second.
    private static double Concurrency(FunctionShare share) =>
        Math.Max(share.PeakRequests * share.BilledMilliseconds / 1_000, share.PeakRequests / Quotas.RequestsPerConcurrency);

    private static IEnumerable<Limit> OfCapacity(ResourceGraph graph, Throughput load)
    {
        var (demand, name) = (load.Demand, $"{load.Demand.Label}, {load.Direction.ToLowerInvariant()}s");
        var keys = demand.Index is null ? CapacityKeys.Table : CapacityKeys.Index;
        var highest = Highest(graph, demand, load.Direction);
        yield return ScaledCapacity.Of(graph, demand, load.Direction) is not null
            ? new($"{name}, maximum capacity", load.PeakUnits, highest, "units/s", Answer(graph, "raise the maximum capacity of its autoscaling", keys.Max.Key))
            : new(
                $"{name}, warm throughput", load.PeakUnits, highest, "units/s",
                "raise the warm throughput before the first day (`aws dynamodb update-table --warm-throughput`)");
        yield return new($"{name}, quota", load.PeakUnits, Quotas.TableUnits, "units/s", "request a higher DynamoDB quota per table");
    }

    private static IEnumerable<Limit> OfKeys(ResourceGraph graph, ScaleRun scale)
    {
        foreach (var heat in scale.Heat.Designs.Where(heat => heat.Design.IsDeclared))
        {
            yield return new(
                $"{heat.Design.Owner}, hottest key", heat.KeySecond * KeyDesign.PartitionLimit, KeyDesign.PartitionLimit, "WCU", "throttle the busiest user at the client");
            yield return new(
                $"{heat.Design.Owner}, hottest partition", heat.PartitionSecond * KeyDesign.PartitionLimit, KeyDesign.PartitionLimit, "WCU",
                "raise the warm throughput: more partitions share the load");
        }

        if (Demand.Of(graph) is MeasuredDemand)
        {
            yield return new(
                "one user's month, serial transactions", scale.BusiestUserLogs, 1 / Quotas.TransactionSeconds, "logs/s", "throttle the busiest user at the client");
        }
    }

    // The busiest user has one address and one session.
    private static IEnumerable<Limit> OfFirewall(ResourceGraph graph, Workload load, ScaleRun scale)
    {
        var requests = load.LogsPerDay > 0 ? scale.BusiestUserLogs * (load.RequestsPerDay / load.LogsPerDay) : 0;
        return from rate in FirewallRate.Of(graph)
               where rate.IsForAll
               select rate.IsPerSession
                   ? new Limit("firewall, one session", requests, rate.PerSecond, "requests/s", Answer(graph, "raise the rule's limit", ApiKeys.FirewallSessionLimit.Key))
                   : new Limit("firewall, one address", requests, rate.PerSecond, "requests/s", Answer(graph, "raise the rule's limit", ApiKeys.FirewallAddressLimit.Key));
    }

    private static IEnumerable<Limit> OfHostileSession(ResourceGraph graph) =>
        from session in new[] { HostileSession.Of(graph) }.OfType<HostileSession>()
        from demand in CapacityDemand.OfAll(graph)
        from direction in demand.Directions(new Workload(0, 0))
        select new Limit(
            $"{demand.Label}, {direction.Direction.ToLowerInvariant()}s of one hostile session", session.Units(demand.Label, direction.Direction),
            Highest(graph, demand, direction.Direction), "units/s",
            Answer(graph, "lower the firewall's limits", ApiKeys.FirewallSessionLimit.Key, ApiKeys.FirewallBulkLimit.Key));

    private static double Highest(ResourceGraph graph, CapacityDemand demand, string direction) =>
        ScaledCapacity.Of(graph, demand, direction)?.Max ?? (direction == "Write" ? Quotas.WarmWrites : Quotas.WarmReads);
}

/// <summary>One limit and the load on it in the peak second.</summary>
/// <param name="Needed">In the unit of <paramref name="Allowed"/>.</param>
/// <param name="Answer">The setting or the request that raises it.</param>
internal sealed record Limit(string Name, double Needed, double Allowed, string Unit, string Answer)
{
    /// <summary>1 is the limit; above it, requests are throttled.</summary>
    public double Share => Needed / Allowed;

    public bool Breaks => Share > 1;
}
