using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Limits;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Scale;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The generated sections of <c>docs/cost.md</c>.</summary>
internal static class CostDocument
{
    public const int ArchiveDays = 30;

    private static readonly double[] _loads = [3_000, 1_000_000, 100_000_000];

    // Each with the prefixes of its types or prices.
    private static readonly (string Service, string[] Prefixes)[] _services =
        [.. File.ReadLines(Sandbox.Fixture("Cost/services.txt")).Select(line => line.Split(" = ")).Select(parts => (parts[0], parts[1].Split(' ')))];

    /// <param name="events">The development stack with events and an archive.</param>
    public static IEnumerable<(string Section, string Content)> Sections(Stacks stacks, ResourceGraph events)
    {
        CostReport[] reports = [.. new[] { stacks.Dev, stacks.Prod }.SelectMany(graph => _loads.Select(logs => CostReport.Of(graph, Workload.OfApp(logs))))];
        yield return ("bills", Bills(reports));
        yield return ("limits", Limits(reports));
        yield return ("hostile", Hostile(stacks.Prod));
        yield return ("capacity", Capacity(reports));
        yield return ("moves", Moves(PriceList.Load()));
        yield return ("memory", LambdaTables.Memory(stacks.Dev, _loads));
        yield return ("cpu", LambdaTables.Cpu(stacks.Dev, _loads));
        yield return ("events", Events(stacks.Dev, events));
        yield return ("endpoints", Endpoints(PriceList.Load()));
        yield return ("small", SmallStack.Table(stacks.Dev));
        yield return ("scale", Scale(stacks.Dev));
        yield return ("assumptions", AssumedFigures.Table());
        yield return ("prices", Prices(PriceList.Load()));
    }

    public static string Source(string command) => $"`./workout {command}`, prices of {PriceList.Load().Region} on {PriceList.Load().Date}.\n\n";

    private static string Bills(CostReport[] reports)
    {
        string[] head = ["logs per day", .. reports.Select(report => $"{report.Bill.Stack}, {Amounts.Quantity(report.Bill.Load.LogsPerDay)}")];
        var rows = _services.Select(service => (string[])[service.Service, .. reports.Select(report => Amounts.Dollars(report.Bill.Lines.Where(line => IsOf(service.Prefixes, line)).Sum(line => line.ListDollars)))]);
        string[] Sum(string name, Func<Bill, double> sum) => [$"**{name}**", .. reports.Select(report => Amounts.Dollars(sum(report.Bill)))];
        return Source("cost --stack S --logs-per-day N --reads-per-day 2N") + MarkdownTable.Of(head, 1, rows
            .Append(Sum("total, list", bill => bill.ListTotal))
            .Append(Sum("total, after the allowances", bill => bill.Total))
            .Append(["**total, list, with the advised capacity**", .. reports.Select(report => Amounts.Dollars(report.ListTotalAsAdvised))])
            .Append(Sum("without key, firewall and dashboard, list", bill => bill.ListWithoutExtras))
            .Append(Sum("without them, after the allowances", bill => bill.TotalWithoutExtras)));
    }

    // By the type of the resource, or by the price if a resource has several.
    private static bool IsOf(string[] prefixes, BillLine line) => prefixes.Any(prefix =>
        (prefix.StartsWith("aws:", StringComparison.Ordinal) ? line.Type : line.Price).StartsWith(prefix, StringComparison.Ordinal));

    private static string Limits(CostReport[] reports) => Source("cost --stack S --logs-per-day N --reads-per-day 2N") + MarkdownTable.Of(
        ["stack, logs per day", "limit: load in the peak second", "share", "fix"],
        4,
        reports.SelectMany(report =>
        {
            var broken = report.Limits.Where(limit => limit.Breaks).ToArray();
            var name = $"{report.Bill.Stack}, {Amounts.Quantity(report.Bill.Load.LogsPerDay)}";
            return broken.Length > 0
                ? broken.Select((limit, place) => Row(place == 0 ? name : "", limit, limit.Answer))
                : [Row(name, report.Limits[0], "no limit exceeded; this is the nearest")];
        }));

    private static string[] Row(string name, Limit limit, string answer) =>
        [name, $"{limit.Name}: {Amounts.Quantity(limit.Needed)} of {Amounts.Quantity(limit.Allowed)} {limit.Unit}", Amounts.Percent(limit.Share), answer];

    private static string Hostile(ResourceGraph graph)
    {
        var limits = CostReport.Of(graph, Workload.OfApp(_loads[0])).Limits;
        return Source("cost --stack prod --logs-per-day N") + MarkdownTable.Of(
            ["table or index", "most expensive request: units", "with the smaller limit: units", "one session", "share of the maximum capacity"],
            3,
            HostileSession.Requests.GroupBy(request => (request.Label, request.Direction)).Select(group =>
            {
                var limit = limits.Single(limit => limit.Name == $"{group.Key.Label}, {group.Key.Direction.ToLowerInvariant()}s of one hostile session");
                string MostExpensive(bool bulk) => string.Join("; ", group.Where(request => request.IsBulk == bulk).Select(request => $"{request.Name}: {request.Units}"));
                return (string[])
                [
                    $"{group.Key.Label}, {group.Key.Direction.ToLowerInvariant()}s", MostExpensive(false), MostExpensive(true),
                    $"{Amounts.Quantity(limit.Needed)} of {Amounts.Quantity(limit.Allowed)} {limit.Unit}", Amounts.Percent(limit.Share),
                ];
            }));
    }

    // On demand; the units of a provisioned table are the same.
    private static string Moves(PriceList prices)
    {
        var (write, read) = (prices.Prices["writeUnit"].Tiers[0].Dollars, prices.Prices["readUnit"].Tiers[0].Dollars);
        var edit = RequestUnits.LogWrite + RequestUnits.IndexWrite + RequestUnits.RollupWrite;
        var move = (2 * (RequestUnits.LogWrite + RequestUnits.IndexWrite)) + RequestUnits.PointerWrite + RequestUnits.RollupWrite;
        (string Request, int Writes, int Reads)[] rows =
        [
            ("a workout with a key", edit + RequestUnits.IdempotencyWrite, 0),
            ("the same with an `externalId`", edit + RequestUnits.IdempotencyWrite + RequestUnits.PointerWrite, 0),
            ("an edit in place", edit, 1),
            ("a move within a month", move, 1),
            ("a move to another month", move + RequestUnits.RollupWrite, 1),
            ("read of a workout that was never moved, by ID", 0, 1),
            ("read of a moved workout, by ID", 0, RequestUnits.MovedRead),
            ("read of a missing workout, by ID", 0, RequestUnits.MovedRead - 1),
        ];
        return $"Prices of {prices.Region} on {prices.Date}.\n\n" + MarkdownTable.Of(
            ["request", "write units", "read units", "per million, on demand"],
            3,
            rows.Select(row => (string[])
            [
                row.Request, $"{row.Writes}", $"{row.Reads}", Amounts.Dollars(1_000_000 * ((row.Writes * write) + (row.Reads * read))),
            ]));
    }

    // The cost of a stack minus that of the same stack without events.
    private static string Events(ResourceGraph without, ResourceGraph with)
    {
        (Bill With, Bill Without)[] bills =
            [.. _loads.Select(logs => (CostReport.Of(with, Workload.OfApp(logs)).Bill, CostReport.Of(without, Workload.OfApp(logs)).Bill))];
        var rows = bills.SelectMany(bill => bill.With.Lines).Select(What).Distinct()
            .Select(what => (What: what, More: Of(bill => bill.Lines.Where(line => What(line) == what).Sum(line => line.ListDollars))))
            .Where(row => row.More.Any(dollars => dollars >= 0.005))
            .Append((What: "**total, list**", More: Of(bill => bill.ListTotal)))
            .Append((What: "**total, after the allowances**", More: Of(bill => bill.Total)))
            .Append((What: "**per million changes, list**", More: [.. Of(bill => bill.ListTotal).Zip(bills, (dollars, bill) => dollars / bill.With.Load.LogsPerMonth * 1_000_000)]));
        var prices = bills[0].With.Prices;
        return $"`./workout cost --stack dev --logs-per-day N --reads-per-day 2N` with `events: eventBridge` and `eventArchiveDays: {ArchiveDays}`, minus the same stack without events; prices of {prices.Region} on {prices.Date}.\n\n" + MarkdownTable.Of(
            ["additional cost per month", .. _loads.Select(logs => $"{Amounts.Quantity(logs)} logs per day")],
            1,
            rows.Select(row => (string[])[row.What, .. row.More.Select(Amounts.Dollars)]));

        // A dashboard's line says how many metrics it has.
        static string What(BillLine line) => line.Type == DashboardType.Token ? "dashboard" : line.What;

        double[] Of(Func<Bill, double> dollars) => [.. bills.Select(bill => dollars(bill.With) - dollars(bill.Without))];
    }

    // Requests only: responses cost the same with each, except through CloudFront.
    private static string Endpoints(PriceList prices)
    {
        (string Name, string[] Prices)[] endpoints =
        [
            ("REST API, as declared", ["apiRequest"]),
            ("HTTP API", ["httpApiRequest"]),
            ("function URL", []),
            ("HTTP API behind CloudFront", ["httpApiRequest", "edgeRequest"]),
            ("function URL behind CloudFront", ["edgeRequest"]),
        ];
        return $"Dollars per month for requests only, list, two reads per log; prices of {prices.Region} on {prices.Date}.\n\n" + MarkdownTable.Of(
            ["endpoint", "per million requests", .. _loads.Select(logs => $"{Amounts.Quantity(logs)} logs per day")],
            1,
            endpoints.Select(endpoint => (string[])
            [
                endpoint.Name,
                .. _loads.Select(logs => Workload.OfApp(logs).RequestsPerMonth).Prepend(1_000_000)
                    .Select(requests => Amounts.Dollars(endpoint.Prices.Sum(price => prices.Prices[price].Of(requests)))),
            ]));
    }

    private static string Capacity(CostReport[] reports) => Source("cost --stack S --logs-per-day N --reads-per-day 2N") + MarkdownTable.Of(
        ["logs per day", "on demand", "autoscaled", "cheaper: settings", ""],
        1,
        reports.Where(report => report.Bill.Stack == "dev").Select(report => (string[])
        [
            Amounts.Quantity(report.Bill.Load.LogsPerDay),
            Amounts.Dollars(report.Advice.OnDemandDollars),
            Amounts.Dollars(report.Advice.AutoscaledDollars),
            string.Join(", ", report.Advice.Settings.Select(setting => $"`{setting.Key}: {setting.Value}`")),
            string.Join(' ', report.Advice.Notes),
        ]));

    private static string Scale(ResourceGraph graph)
    {
        var run = ScaleRun.Of(graph, Workload.OfApp(_loads[^1]), users: null, seed: 1);
        return string.Create(CultureInfo.InvariantCulture, $"`./workout scale --logs-per-day {run.Load.LogsPerDay:0} --seed {run.Seed}`. ")
            + string.Join(' ', ScaleReport.Introduction(run)) + "\n\n"
            + MarkdownTable.Of(ScaleReport.Columns, 2, run.Heat.Designs.Select(heat => ScaleReport.Cells(heat).ToArray()))
            + "\n\n" + ScaleReport.TransactionSummary(run);
    }

    private static string Prices(PriceList prices) => $"Prices of {prices.Region} on {prices.Date}. {prices.Note}\n\n" + MarkdownTable.Of(
        ["price", "free each month", "page", "dollars per unit"],
        3,
        prices.Prices.Select(price => (string[])
        [
            $"{price.Value.Unit} (`{price.Key}`)",
            price.Value.Allowance is { } name ? string.Create(CultureInfo.InvariantCulture, $"{prices.Allowances[name].Quantity:N0} {prices.Allowances[name].Unit}") : "",
            price.Value.Source,
            string.Join(", then ", price.Value.Tiers.Select(tier => Amounts.UnitDollars(tier.Dollars))),
        ]));
}

/// <summary><c>docs/cost.md</c> has the figures that the code computes.</summary>
public sealed class CostDocumentTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public async Task The_tables_match_the_commands()
    {
        var events = await Stacks.OfAsync("dev", ("events", "eventBridge"), ("eventArchiveDays", $"{CostDocument.ArchiveDays}"));

        Assert.All(CostDocument.Sections(stacks, events), section => CommittedFile.HoldsSection("docs/cost.md", section.Section, section.Content));
    }
}
