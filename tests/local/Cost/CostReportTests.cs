using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Graph.Load;
using WorkoutLog.Local.Tests.EndToEnd;

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
    public void Says_when_the_stack_is_in_another_region_than_the_prices() =>
        Assert.True((CostReport.Of(stacks.Prod, new Workload(1, 1)) with { Region = "eu-central-1" }).IsOfOtherRegion);

    [Fact]
    public async Task The_command_names_everything_that_is_wrong_at_once()
    {
        var (exitCode, _, error) = await CommandLine.RunAsync("cost", "--stack", "none", "--logs-per-day", "many", "--reads-per-day", "-1");

        Assert.Equal(2, exitCode);
        Assert.Equal(
            """
            workout: There is no stack "none"; the stacks are dev, prod.
            workout: --logs-per-day must be a number from 0 to 10,000,000,000; received "many".
            workout: --reads-per-day must be a number from 0 to 10,000,000,000; received "-1".
            More: ./workout cost --help
            """,
            error.Trim(),
            ignoreLineEndingDifferences: true);
    }
}
