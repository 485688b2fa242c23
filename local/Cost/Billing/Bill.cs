namespace WorkoutLog.Local.Cost.Billing;

/// <param name="Type">Pulumi type of the resources.</param>
/// <param name="UnitDollars">Average price per unit over the tiers.</param>
/// <param name="ListDollars">Without any allowance.</param>
/// <param name="Dollars">After the account's allowances; lines share an allowance in proportion to their quantity.</param>
internal sealed record BillLine(string Type, string What, string Price, double Quantity, string Unit, double UnitDollars, double ListDollars, double Dollars)
{
    private static readonly ImmutableArray<string> _extras = ["aws:kms/", "aws:wafv2/", "aws:cloudwatch/dashboard:"];

    /// <summary>Capacity of a table, or the alarms of its autoscaling.</summary>
    public bool IsCapacity => Price is "writeUnit" or "readUnit" or "writeCapacity" or "readCapacity" || Type == ScalingPolicyType.Token;

    /// <summary>Belongs to the key, the firewall or a dashboard.</summary>
    public bool IsExtra => _extras.Any(prefix => Type.StartsWith(prefix, StringComparison.Ordinal));
}

internal sealed record Bill(string Stack, Workload Load, PriceList Prices, ImmutableArray<BillLine> Lines)
{
    public double ListTotal => Lines.Sum(line => line.ListDollars);

    public double Total => Lines.Sum(line => line.Dollars);

    /// <summary>List total without key, firewall and dashboards.</summary>
    public double ListWithoutExtras => Lines.Where(line => !line.IsExtra).Sum(line => line.ListDollars);

    /// <summary>Total without key, firewall and dashboards.</summary>
    public double TotalWithoutExtras => Lines.Where(line => !line.IsExtra).Sum(line => line.Dollars);

    public static Bill Of(ResourceGraph graph, Workload load, PriceList prices) =>
        new(graph.Stack, load, prices, PriceAll(Usages(graph, load), prices));

    /// <summary>The usage of all resources of a stack.</summary>
    /// <exception cref="UserErrorException">The price of a resource is unknown.</exception>
    public static ImmutableArray<Usage> Usages(ResourceGraph graph, Workload load) =>
    [
        .. AwsResourceTypes.Of(graph).SelectMany(known => known.Type.Charge is Charge.ByUsage charge ? charge.Of(known.Resource, graph, load) : []),
    ];

    /// <summary>Prices usages; those with the same type, text and price become one line.</summary>
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
