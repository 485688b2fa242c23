namespace WorkoutLog.Local.Cost;

/// <summary>A report as one line of JSON: dollars per month, at list price and after the allowances.</summary>
internal static class CostJson
{
    public static string Write(CostReport report) => new JsonObject
    {
        ["stack"] = report.Bill.Stack,
        ["region"] = report.Region,
        ["logsPerDay"] = report.Bill.Load.LogsPerDay,
        ["readsPerDay"] = report.Bill.Load.ReadsPerDay,
        ["prices"] = new JsonObject { ["date"] = report.Bill.Prices.Date, ["region"] = report.Bill.Prices.Region },
        ["lines"] = new JsonArray([.. report.Bill.Lines.Select(Line)]),
        ["functions"] = new JsonArray([.. report.Times.Select(time => new JsonObject
        {
            ["name"] = time.Function,
            ["billedMilliseconds"] = Math.Round(time.Milliseconds, 2),
            ["memoryMiB"] = time.MemoryMiB,
        })]),
        ["total"] = Both(report.Bill.ListTotal, report.Bill.Total),
        ["besidesKeyFirewallAndDashboards"] = Both(report.Bill.ListWithoutExtras, report.Bill.TotalWithoutExtras),
        ["capacity"] = new JsonObject
        {
            ["onDemand"] = Cents(report.Advice.OnDemandDollars),
            ["autoscaled"] = Cents(report.Advice.AutoscaledDollars),
            ["settings"] = new JsonObject(report.Advice.Settings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))),
            ["listTotalWithThem"] = Cents(report.ListTotalAsAdvised),
            ["notes"] = new JsonArray([.. report.Advice.Notes.Select(note => JsonValue.Create(note))]),
        },
        ["meetsTheLoad"] = !report.IsTooSmall,
        ["limits"] = new JsonArray([.. report.Limits.Select(Of)]),
    }.ToJsonString();

    private static JsonObject Line(BillLine line) => new()
    {
        ["type"] = line.Type,
        ["what"] = line.What,
        ["quantity"] = line.Quantity,
        ["unit"] = line.Unit,
        ["unitPrice"] = line.UnitDollars,
        ["list"] = Cents(line.ListDollars),
        ["toPay"] = Cents(line.Dollars),
    };

    private static JsonObject Of(Limit limit) => new()
    {
        ["name"] = limit.Name,
        ["needed"] = limit.Needed,
        ["allowed"] = limit.Allowed,
        ["unit"] = limit.Unit,
        ["breaks"] = limit.Breaks,
        ["answer"] = limit.Answer,
    };

    private static JsonObject Both(double list, double toPay) => new() { ["list"] = Cents(list), ["toPay"] = Cents(toPay) };

    // Bills have two digits; small lines keep four so that their sum is the total.
    private static double Cents(double dollars) => Math.Round(dollars, 4);
}
