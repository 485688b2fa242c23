namespace WorkoutLog.Local.Cost;

internal static class CostText
{
    private const int NearestLimits = 5;

    public static void Write(CostReport report, IAnsiConsole console)
    {
        var bill = report.Bill;
        var load = bill.Load;
        console.WriteLine(
            $"Stack {bill.Stack}: {Amounts.Quantity(load.LogsPerDay)} logs and {Amounts.Quantity(load.ReadsPerDay)} reads per day, in the twelfth month.");
        console.WriteLine($"Dollars per month, prices of {bill.Prices.Region} on {bill.Prices.Date}.");
        console.WriteLine($"1,000 more reads per day cost {Amounts.Dollars(report.ReadsDollars)} (list), see --reads-per-day.");
        if (report.IsOfOtherRegion)
        {
            console.WriteLine($"The stack is in {report.Region}; the prices are those of {bill.Prices.Region}.");
        }

        console.Write(Lines(bill));
        console.WriteLine("list: without allowances. to pay: after the permanent free allowances, if nothing else in the account uses them.");
        foreach (var time in report.Times)
        {
            console.WriteLine($"{time.Function}: {Amounts.Quantity(time.Milliseconds)} ms billed per request, at {time.MemoryMiB} MiB (see docs/cost.md).");
        }

        console.WriteLine();
        if (report.IsTooSmall)
        {
            console.WriteLine("This stack can't serve the load, see below. With provisioned capacity, throttled requests are not in the bill.");
        }

        WriteAdvice(report, console);
        console.WriteLine();
        console.WriteLine($"Nearest limits in the peak second ({Amounts.Quantity(load.PeakRequests)} requests, {DailyCurve.Peak} times the daily mean):");
        foreach (var limit in report.Limits.Take(Math.Max(NearestLimits, report.Limits.Count(limit => limit.Breaks))))
        {
            console.WriteLine(
                $"  {(limit.Breaks ? "BREAKS" : "ok    ")}  {limit.Name}: {Amounts.Quantity(limit.Needed)} of {Amounts.Quantity(limit.Allowed)} {limit.Unit}, "
                + Amounts.Percent(limit.Share) + (limit.Breaks ? $"; {limit.Answer}" : ""));
        }
    }

    private static Table Lines(Bill bill)
    {
        var table = Amounts.Table("resource", "item", "quantity", "unit price", "list", "to pay");
        foreach (var line in bill.Lines.OrderByDescending(line => line.ListDollars))
        {
            table.AddRow(
                new Text(line.Type), new Text(line.What), new Text($"{Amounts.Quantity(line.Quantity)} {line.Unit}"), new Text(Amounts.UnitDollars(line.UnitDollars)),
                new Text(Amounts.Dollars(line.ListDollars)), new Text(Amounts.Dollars(line.Dollars)));
        }

        AddSum("total", bill.ListTotal, bill.Total);
        AddSum("without key, firewall and dashboards", bill.ListWithoutExtras, bill.TotalWithoutExtras);
        return table;

        void AddSum(string name, double list, double toPay) =>
            table.AddRow(new Text(name), new Text(""), new Text(""), new Text(""), new Text(Amounts.Dollars(list)), new Text(Amounts.Dollars(toPay)));
    }

    private static void WriteAdvice(CostReport report, IAnsiConsole console)
    {
        var advice = report.Advice;
        console.WriteLine(
            $"Capacity: on demand {Amounts.Dollars(advice.OnDemandDollars)}, autoscaled {Amounts.Dollars(advice.AutoscaledDollars)} (list, with its alarms). "
            + $"{(advice.Cheaper == CapacityMode.OnDemand ? "On demand" : "Autoscaled")} is cheaper:");
        foreach (var (key, value) in advice.Settings)
        {
            console.WriteLine($"  {advice.Project}:{key}: {value}");
        }

        console.WriteLine($"  List total with this capacity: {Amounts.Dollars(report.ListTotalAsAdvised)}.");
        foreach (var note in advice.Notes)
        {
            console.WriteLine($"  {note}");
        }
    }
}
