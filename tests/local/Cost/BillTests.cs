using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>Invariants of every bill.</summary>
public sealed class BillTests(Stacks stacks) : IClassFixture<Stacks>
{
    private const double Cent = 0.01;

    private static readonly PriceList _prices = PriceList.Load();

    // Log-uniform.
    private static readonly Arbitrary<double> _logsPerDay = Gen.Choose(0, 1_000).Select(step => Math.Pow(10, step / 100.0) - 1).ToArbitrary();

    [Theory, InlineData("dev"), InlineData("prod")]
    public void More_logs_never_cost_less(string stack) => Prop.ForAll(_logsPerDay, _logsPerDay, (one, other) =>
    {
        var (fewer, more) = (BillOf(stack, Math.Min(one, other)), BillOf(stack, Math.Max(one, other)));

        return fewer.ListTotal <= more.ListTotal + Cent && fewer.Total <= more.Total + Cent;
    }).QuickCheckThrowOnFailure();

    [Theory, InlineData("dev"), InlineData("prod")]
    public void The_lines_add_up_to_the_totals(string stack) => Prop.ForAll(_logsPerDay, logs =>
    {
        var bill = BillOf(stack, logs);
        var byPrice = Bill.Usages(stacks[stack], Workload.OfApp(logs))
            .GroupBy(usage => usage.Price).Sum(price => _prices.Prices[price.Key].Of(price.Sum(usage => usage.Quantity)));
        var extras = bill.Lines.Where(line => line.IsExtra).Sum(line => line.ListDollars);

        return Math.Abs(bill.ListTotal - byPrice) < Cent
            && Math.Abs(bill.ListTotal - extras - bill.ListWithoutExtras) < Cent
            && bill.Lines.All(line => line.Dollars >= 0 && line.Dollars <= line.ListDollars + 1e-9);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("dev", "aws:cloudwatch/dashboard:Dashboard aws:cloudwatch/metricAlarm:MetricAlarm aws:kms/key:Key")]
    [InlineData("prod", "aws-native:applicationsignals:ServiceLevelObjective aws:appautoscaling/policy:Policy aws:cloudwatch/compositeAlarm:CompositeAlarm aws:cloudwatch/dashboard:Dashboard aws:cloudwatch/metricAlarm:MetricAlarm aws:dynamodb/table:Table aws:kms/key:Key aws:wafv2/webAcl:WebAcl")]
    public void Without_any_log_only_fixed_costs_are_paid(string stack, string types)
    {
        var bill = BillOf(stack, 0);

        Assert.Equal(types, string.Join(' ', bill.Lines.Where(line => line.ListDollars > Cent).Select(line => line.Type).Distinct().Order(StringComparer.Ordinal)));
        var ofOne = BillOf(stack, 1).Lines.ToDictionary(line => (line.Type, line.What), line => line.ListDollars);
        Assert.All(bill.Lines, line => Assert.True(line.ListDollars <= ofOne[(line.Type, line.What)]));
    }

    [Fact]
    public void All_lines_of_an_allowance_share_it()
    {
        Usage[] usages = [new("a", "one", "metric", 30), new("b", "two", "metric", 10)];

        var lines = Bill.PriceAll(usages, _prices);

        // 40 metrics, of which 10 are free.
        Assert.Equal([9.0, 3.0], lines.Select(line => Math.Round(line.ListDollars, 9)));
        Assert.Equal([6.75, 2.25], lines.Select(line => Math.Round(line.Dollars, 9)));
    }

    [Fact]
    public void A_small_stack_costs_at_most_a_dollar_without_its_key() =>
        Assert.InRange(Bill.Of(stacks.Dev, new Workload(LogsPerDay: 3_000, ReadsPerDay: 0), _prices).TotalWithoutExtras, 0.1, 1);

    private Bill BillOf(string stack, double logsPerDay) => Bill.Of(stacks[stack], Workload.OfApp(logsPerDay), _prices);
}
