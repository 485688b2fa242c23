using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>What holds for every bill.</summary>
public sealed class BillTests(Stacks stacks) : IClassFixture<Stacks>
{
    private const double Cent = 0.01;

    private static readonly PriceList _prices = PriceList.Load();

    // Evenly over the orders of magnitude.
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
        var asides = bill.Lines.Where(line => line.IsAside).Sum(line => line.ListDollars);

        return Math.Abs(bill.ListTotal - byPrice) < Cent
            && Math.Abs(bill.ListTotal - asides - bill.ListBesides) < Cent
            && bill.Lines.All(line => line.Dollars >= 0 && line.Dollars <= line.ListDollars + 1e-9);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("dev", "aws:cloudwatch/dashboard:Dashboard aws:cloudwatch/metricAlarm:MetricAlarm aws:kms/key:Key")]
    [InlineData("prod", "aws-native:applicationsignals:ServiceLevelObjective aws:appautoscaling/policy:Policy aws:cloudwatch/compositeAlarm:CompositeAlarm aws:cloudwatch/dashboard:Dashboard aws:cloudwatch/metricAlarm:MetricAlarm aws:dynamodb/table:Table aws:kms/key:Key aws:wafv2/webAcl:WebAcl")]
    public void Without_any_log_only_what_is_there_for_itself_is_paid(string stack, string types)
    {
        var bill = BillOf(stack, 0);

        Assert.Equal(types, string.Join(' ', bill.Lines.Where(line => line.ListDollars > Cent).Select(line => line.Type).Distinct().Order(StringComparer.Ordinal)));
        var ofOne = BillOf(stack, 1).Lines.ToDictionary(line => (line.Type, line.What), line => line.ListDollars);
        Assert.All(bill.Lines, line => Assert.True(line.ListDollars <= ofOne[(line.Type, line.What)]));
    }

    [Fact]
    public void An_allowance_is_shared_by_all_that_count_towards_it()
    {
        Usage[] usages = [new("a", "one", "metric", 30), new("b", "two", "metric", 10)];

        var lines = Bill.PriceAll(usages, _prices);

        // 40 metrics, of which 10 are free.
        Assert.Equal([9.0, 3.0], lines.Select(line => Math.Round(line.ListDollars, 9)));
        Assert.Equal([6.75, 2.25], lines.Select(line => Math.Round(line.Dollars, 9)));
    }

    [Fact]
    public void A_small_stack_costs_a_dollar_at_most_besides_its_key() =>
        Assert.InRange(Bill.Of(stacks.Dev, new Workload(LogsPerDay: 3_000, ReadsPerDay: 0), _prices).Besides, 0.1, 1);

    private Bill BillOf(string stack, double logsPerDay) => Bill.Of(stacks[stack], Workload.OfApp(logsPerDay), _prices);
}
