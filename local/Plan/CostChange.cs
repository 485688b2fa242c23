using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Plan;

/// <summary>Monthly cost of the stack at list prices, in dollars, before and after.</summary>
/// <param name="Before">Null for a new stack.</param>
/// <param name="Lines">What differs, the largest difference first.</param>
internal sealed record CostChange(string Stack, double LogsPerDay, double? Before, double After, ImmutableArray<CostLine> Lines)
{
    private const int Shown = 3;

    // A bill has no more digits.
    private const double Cent = 0.01;

    public double Difference => After - (Before ?? 0);

    /// <summary>Null when the bill stays the same.</summary>
    public Finding? Finding => Math.Abs(Difference) < Cent ? null : new Finding(
        FindingKind.Cost,
        Stack,
        null,
        $"{Amounts.Quantity(LogsPerDay)} logs per day cost {Amounts.Dollars(After)} per month"
            + (Before is null ? "" : $", {Amounts.Dollars(Math.Abs(Difference))} {(Difference < 0 ? "less" : "more")} than before")
            + $": {string.Join(", ", Lines.Take(Shown).Select(line => line.ToString()))}{(Lines.Length > Shown ? ", …" : "")}.");

    /// <exception cref="UserErrorException">A graph has something with an unknown price.</exception>
    public static CostChange Between(ResourceGraph? before, ResourceGraph after, double logsPerDay)
    {
        var (prices, load) = (PriceList.Load(), Workload.OfApp(logsPerDay));
        var (old, now) = (before is null ? null : Bill.Of(before, load, prices), Bill.Of(after, load, prices));
        return new CostChange(after.Stack, logsPerDay, old?.ListTotal, now.ListTotal,
        [
            // By type and price: the text of a line can contain a count.
            .. now.Lines.Concat(old?.Lines ?? [])
                .GroupBy(line => (line.Type, line.Price))
                .Select(lines => new CostLine(lines.First().What, Dollars(now, lines.Key) - Dollars(old, lines.Key)))
                .Where(line => Math.Abs(line.Difference) >= Cent)
                .OrderByDescending(line => Math.Abs(line.Difference))
                .ThenBy(line => line.What, StringComparer.Ordinal),
        ]);
    }

    private static double Dollars(Bill? bill, (string, string) price) => bill?.Lines.Where(line => (line.Type, line.Price) == price).Sum(line => line.ListDollars) ?? 0;
}

/// <param name="What">As the bill calls it.</param>
/// <param name="Difference">Dollars per month; above 0 for a rise.</param>
internal sealed record CostLine(string What, double Difference)
{
    public override string ToString() => $"{What} {(Difference < 0 ? "−" : "+")}{Amounts.Dollars(Math.Abs(Difference))}";
}
