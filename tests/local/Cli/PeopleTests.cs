using Spectre.Console;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Graph.Load;
using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Cli;

public sealed class PeopleTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Plain_output_has_neither_colour_nor_blanks_at_the_end_of_a_line()
    {
        using var output = new StringWriter();
        var console = People.Plain(output, 200);

        console.Write(new Grid().AddColumns(2).AddRow("short", "[red]x[/]").AddRow("s", "a longer cell"));
        console.MarkupLine("[bold]done[/]   ");

        Assert.Equal("short  x\ns      a longer cell\ndone\n", output.ToString());
    }

    [Fact]
    public void A_table_stays_within_eighty_columns()
    {
        using var output = new StringWriter();

        CostText.Write(CostReport.Of(stacks.Prod, new Workload(1_000_000, 5_000_000)), People.Plain(output, 80));

        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }
}
