namespace WorkoutLog.Local.Cost;

internal static class CostText
{
    private const int NearestLimits = 5;

    public static void Write(CostReport report, IAnsiConsole console)
    {
        var bill = report.Bill;
        var load = bill.Load;
        console.WriteLine(
            $"Stack {bill.Stack}: {Amounts.Quantity(load.LogsPerDay)} logs and {Amounts.Quantity(load.ReadsPerDay)} reads a day, in the twelfth month.");
        console.WriteLine($"Dollars a month, prices of {bill.Prices.Region} on {bill.Prices.Date}.");
        console.WriteLine($"A thousand reads a day more cost {Amounts.Dollars(report.ReadsDollars)} (list), see --reads-per-day.");
        if (report.IsOfOtherRegion)
        {
            console.WriteLine($"The stack is in {report.Region}; the prices of {bill.Prices.Region} are used all the same.");
        }

        console.Write(Lines(bill));
        console.WriteLine("list: without allowances. to pay: after the allowances that are free for ever, if nothing else in the account uses them.");
        foreach (var time in report.Times)
        {
            console.WriteLine($"{time.Function}: {Amounts.Quantity(time.Milliseconds)} ms are billed of a request, at {time.MemoryMiB} MiB (see docs/cost.md).");
        }

        console.WriteLine();
        if (report.IsTooSmall)
        {
            console.WriteLine("This stack does not meet the load, see below: what it turns away it does not pay for where capacity is provisioned.");
        }

        WriteAdvice(report, console);
        console.WriteLine();
        console.WriteLine($"The limits that the busiest second (×{DailyCurve.Peak} the day's mean: {Amounts.Quantity(load.PeakRequests)} requests) comes nearest to:");
        foreach (var limit in report.Limits.Take(Math.Max(NearestLimits, report.Limits.Count(limit => limit.Breaks))))
        {
            console.WriteLine(
                $"  {(limit.Breaks ? "BREAKS" : "holds ")}  {limit.Name}: {Amounts.Quantity(limit.Needed)} of {Amounts.Quantity(limit.Allowed)} {limit.Unit}, "
                + Amounts.Percent(limit.Share) + (limit.Breaks ? $"; {limit.Answer}" : ""));
        }
    }

    private static Table Lines(Bill bill)
    {
        var table = Amounts.Table("resource", "what", "quantity", "unit price", "list", "to pay");
        foreach (var line in bill.Lines.OrderByDescending(line => line.ListDollars))
        {
            table.AddRow(
                new Text(line.Type), new Text(line.What), new Text($"{Amounts.Quantity(line.Quantity)} {line.Unit}"), new Text(Amounts.UnitDollars(line.UnitDollars)),
                new Text(Amounts.Dollars(line.ListDollars)), new Text(Amounts.Dollars(line.Dollars)));
        }

        AddSum("total", bill.ListTotal, bill.Total);
        AddSum("besides key, firewall and dashboards", bill.ListBesides, bill.Besides);
        return table;

        void AddSum(string name, double list, double toPay) =>
            table.AddRow(new Text(name), new Text(""), new Text(""), new Text(""), new Text(Amounts.Dollars(list)), new Text(Amounts.Dollars(toPay)));
    }

    private static void WriteAdvice(CostReport report, IAnsiConsole console)
    {
        var advice = report.Advice;
        console.WriteLine(
            $"Capacity: on demand {Amounts.Dollars(advice.OnDemandDollars)}, autoscaled {Amounts.Dollars(advice.AutoscaledDollars)} (list, with its alarms). "
            + $"{(advice.Cheaper == CapacityMode.OnDemand ? "On demand" : "Autoscaled")} is the cheaper one:");
        foreach (var (key, value) in advice.Settings)
        {
            console.WriteLine($"  {advice.Project}:{key}: {value}");
        }

        console.WriteLine($"  With it the list total is {Amounts.Dollars(report.ListTotalAsAdvised)}.");
        foreach (var note in advice.Notes)
        {
            console.WriteLine($"  {note}");
        }
    }
}
