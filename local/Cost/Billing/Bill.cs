namespace WorkoutLog.Local.Cost.Billing;

/// <param name="Type">Of the resources, in Pulumi's words.</param>
/// <param name="UnitDollars">What one costs on average over the tiers of the price.</param>
/// <param name="ListDollars">Without any allowance.</param>
/// <param name="Dollars">With the account's allowances, which all lines of the same allowance share by their quantity.</param>
internal sealed record BillLine(string Type, string What, string Price, double Quantity, string Unit, double UnitDollars, double ListDollars, double Dollars)
{
    private static readonly ImmutableArray<string> _asides = ["aws:kms/", "aws:wafv2/", "aws:cloudwatch/dashboard:"];

    /// <summary>Capacity of a table, or the alarms by which it is scaled.</summary>
    public bool IsCapacity => Price is "writeUnit" or "readUnit" or "writeCapacity" or "readCapacity" || Type == ScalingPolicyType.Token;

    /// <summary>Belongs to the key, the firewall or a dashboard, which cost the same whatever the load.</summary>
    public bool IsAside => _asides.Any(prefix => Type.StartsWith(prefix, StringComparison.Ordinal));
}

internal sealed record Bill(string Stack, Workload Load, PriceList Prices, ImmutableArray<BillLine> Lines)
{
    public double ListTotal => Lines.Sum(line => line.ListDollars);

    public double Total => Lines.Sum(line => line.Dollars);

    /// <summary>Besides key, firewall and dashboards.</summary>
    public double ListBesides => Lines.Where(line => !line.IsAside).Sum(line => line.ListDollars);

    /// <inheritdoc cref="ListBesides"/>
    public double Besides => Lines.Where(line => !line.IsAside).Sum(line => line.Dollars);

    public static Bill Of(ResourceGraph graph, Workload load, PriceList prices) =>
        new(graph.Stack, load, prices, PriceAll(Usages(graph, load), prices));

    /// <summary>What all resources of a stack use.</summary>
    /// <exception cref="UserErrorException">The stack has something whose price is unknown.</exception>
    public static ImmutableArray<Usage> Usages(ResourceGraph graph, Workload load) =>
    [
        .. AwsResourceTypes.Of(graph).SelectMany(known => known.Type.Charge is Charge.ByUsage charge ? charge.Of(known.Resource, graph, load) : []),
    ];

    /// <summary>Prices usages, those of one type, text and price together.</summary>
    public static ImmutableArray<BillLine> PriceAll(IReadOnlyCollection<Usage> usages, PriceList prices)
    {
        var byPrice = usages
            .GroupBy(usage => usage.Price, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(usage => usage.Quantity), StringComparer.Ordinal);
        var byAllowance = byPrice
            .Where(used => prices.Prices[used.Key].Allowance is not null)
            .GroupBy(used => prices.Prices[used.Key].Allowance!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(used => used.Value), StringComparer.Ordinal);
        return
        [
            .. usages.GroupBy(usage => (usage.Type, usage.What, usage.Price)).Select(group =>
            {
                var price = prices.Prices[group.Key.Price];
                var quantity = group.Sum(usage => usage.Quantity);
                var all = byPrice[group.Key.Price];
                var share = all > 0 ? quantity / all : 0;
                var paid = all * PaidShare(price);
                var unitDollars = all > 0 ? price.Of(all) / all : price.Tiers[0].Dollars;
                return new BillLine(
                    group.Key.Type, group.Key.What, group.Key.Price, quantity, price.Unit, unitDollars, share * price.Of(all), share * price.Of(paid));
            }),
        ];

        double PaidShare(Price price) => price.Allowance is { } name && byAllowance[name] is var used && used > 0
            ? Math.Max(0, used - prices.Allowances[name].Quantity) / used
            : 1;
    }
}
