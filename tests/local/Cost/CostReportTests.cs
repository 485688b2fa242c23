using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Limits;

namespace WorkoutLog.Local.Tests.Cost;

public sealed class CostReportTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void The_JSON_has_the_figures_of_the_report()
    {
        var report = CostReport.Of(stacks.Prod, new Workload(3_000, 1_500));

        var json = JsonNode.Parse(CostJson.Write(report))!;

        Assert.Equal((3_000, 1_500, "prod"), ((double)json["logsPerDay"]!, (double)json["readsPerDay"]!, (string)json["stack"]!));
        Assert.Equal(report.Bill.Lines.Length, json["lines"]!.AsArray().Count);
        Assert.Equal(report.Bill.Total, (double)json["total"]!["toPay"]!, precision: 3);
        Assert.Equal("onDemand", (string)json["capacity"]!["settings"]!["capacity"]!);
    }

    [Fact]
    public void Reports_a_stack_in_another_region_than_the_prices() =>
        Assert.True((CostReport.Of(stacks.Prod, new Workload(1, 1)) with { Region = "eu-central-1" }).IsOfOtherRegion);

    [Fact]
    public void No_limit_is_exceeded_at_three_thousand_logs_per_day() =>
        Assert.All([stacks.Dev, stacks.Prod], graph => Assert.DoesNotContain(CostReport.Of(graph, Workload.OfApp(3_000)).Limits, limit => limit.Breaks));

    [Fact]
    public void The_nearest_limit_comes_first_and_each_has_an_answer()
    {
        var limits = CostReport.Of(stacks.Prod, Workload.OfApp(1_000_000)).Limits;

        Assert.Equal(limits.OrderByDescending(limit => limit.Share), limits);
        Assert.All(limits, limit => Assert.NotEmpty(limit.Answer));
        Assert.Equal(limits.Length, limits.Select(limit => limit.Name).Distinct().Count());
    }

    [Fact]
    public void Has_the_limits_of_the_stack_and_of_the_account()
    {
        var limits = CostReport.Of(stacks.Prod, Workload.OfApp(100_000_000)).Limits.ToDictionary(limit => limit.Name, limit => limit.Allowed);

        Assert.Equal(
            (100, 10_000, 100, 200, 1_000),
            (limits["stage throttle"], limits["API Gateway, account"], limits["ProcessWorkout, reserved"], limits["QueryWorkouts, reserved"], limits["Lambda, account"]));
        Assert.Equal(
            (1_400, 500, 40_000, 1_000),
            (limits["logs, writes, maximum capacity"], limits["logs/byType, writes, maximum capacity"], limits["stats, reads, quota"], limits["stats, hottest key"]));
        Assert.Equal((100, 10), (limits["firewall, one address"], limits["firewall, one session"]));
    }

    [Fact]
    public void One_hostile_session_leaves_capacity_on_every_table_and_index_of_prod()
    {
        var limits = CostReport.Of(stacks.Prod, Workload.OfApp(3_000)).Limits.Where(limit => limit.Name.EndsWith("hostile session", StringComparison.Ordinal)).ToArray();

        Assert.Equal(6, limits.Length);
        Assert.All(limits, limit => Assert.InRange(limit.Share, 0.01, 0.9));
        Assert.DoesNotContain(CostReport.Of(stacks.Dev, Workload.OfApp(3_000)).Limits, limit => limit.Name.EndsWith("hostile session", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("logs", "Write", 350, 22)]
    [InlineData("logs/byType", "Write", 125, 10)]
    [InlineData("stats", "Write", 150, 12)]
    [InlineData("logs", "Read", 64, 32)]
    [InlineData("logs/byType", "Read", 32, 32)]
    [InlineData("stats", "Read", 117, 117)]
    public void A_session_costs_its_most_expensive_requests(string label, string direction, double bulk, double other)
    {
        Assert.Equal((2 * bulk) + (3 * other), new HostileSession(PerSecond: 5, BulkPerSecond: 2).Units(label, direction));
        Assert.Equal(bulk, HostileSession.Requests.Where(request => (request.Label, request.Direction) == (label, direction)).Max(request => request.Units));
    }
}
