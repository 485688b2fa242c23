using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Load;
using WorkoutLog.Local.Graph.Types;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>What a small stack would pay if it did without one thing after the other.</summary>
internal static class SmallStack
{
    private const double LogsPerDay = 3_000;

    private static readonly (string Name, Func<Usage, Usage?> Change)[] _steps =
    [
        ("as declared", usage => usage),
        ("with `tracing: false`", usage => usage.Price == "trace" ? null : usage),
        ("and with `pointInTimeRecovery: false`", usage => usage.Price == "recovery" ? null : usage),
    ];

    public static string Table(ResourceGraph graph)
    {
        var prices = PriceList.Load();
        var (withReads, alone) = (Bill.Usages(graph, Workload.OfApp(LogsPerDay)).ToList(), Bill.Usages(graph, new Workload(LogsPerDay, ReadsPerDay: 0)).ToList());
        var rows = new List<string[]>();
        foreach (var (name, change) in _steps)
        {
            withReads = [.. withReads.Select(change).OfType<Usage>()];
            alone = [.. alone.Select(change).OfType<Usage>()];
            rows.Add([name, .. Both(Bill.PriceAll(withReads, prices)), .. Both(Bill.PriceAll(alone, prices))]);
        }

        return CostDocument.Source("cost --stack dev --logs-per-day 3000 [--reads-per-day 6000]")
            + GeneratedSections.Table(["dev, 3,000 logs a day", "with 6,000 reads: list", "to pay", "without reads: list", "to pay"], 1, rows);
    }

    private static string[] Both(IEnumerable<BillLine> lines)
    {
        var besides = lines.Where(line => !line.IsAside).ToArray();
        return [Amounts.Dollars(besides.Sum(line => line.ListDollars)), Amounts.Dollars(besides.Sum(line => line.Dollars))];
    }
}
