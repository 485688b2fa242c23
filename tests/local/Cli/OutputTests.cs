using Spectre.Console;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Cost;

namespace WorkoutLog.Local.Tests.Cli;

public sealed class HumanOutputTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Plain_output_has_no_colour_and_no_trailing_spaces()
    {
        using var output = new StringWriter();
        var console = HumanOutput.Plain(output, 200);

        console.Write(new Grid().AddColumns(2).AddRow("short", "[red]x[/]").AddRow("s", "a longer cell"));
        console.MarkupLine("[bold]done[/]   ");

        Assert.Equal("short  x\ns      a longer cell\ndone\n", output.ToString());
    }

    [Fact]
    public void A_table_stays_within_eighty_columns()
    {
        using var output = new StringWriter();

        CostText.Write(CostReport.Of(stacks.Prod, new Workload(1_000_000, 5_000_000)), HumanOutput.Plain(output, 80));

        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }
}

/// <summary>Output in a terminal of eighty columns, simulated with util-linux's script(1).</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task Gets_colour_unless_NO_COLOR_is_set_and_no_line_that_wraps()
    {
        // The runtime sets the keypad's mode at the first line; this is about colours and the cursor.
        const string Sequence = @"\e\[[0-9;]*[A-Za-z]";

        var plain = await ShowAsync(noColour: "1");

        Assert.Matches(Sequence, await ShowAsync(noColour: ""));
        Assert.DoesNotMatch(Sequence, plain);
        Assert.All(plain.Split("\r\n"), line => Assert.InRange(line.Length, 0, 80));
    }

    private static async Task<string> ShowAsync(string noColour) => (await new Tool(
        "script", "--quiet", "--return", "--command", $"stty columns 80; dotnet '{Path.Combine(AppContext.BaseDirectory, "workout.dll")}' preview --stack dev", "/dev/null")
    {
        Input = "",
        Variables = [("TERM", "xterm-256color"), ("NO_COLOR", noColour)],
    }.RunAsync()).Output;
}

/// <summary>Output with <c>--json</c>.</summary>
public sealed class JsonTests
{
    // Commands that need a run have their own tests.
    private static readonly string[] _runs = ["bench comparison", "bench growth", "bench options", "doctor", "erase", "fuzz", "grants", "import", "plan", "redeploy", "repair", "soak", "up"];

    private static readonly string[] _lines =
    [
        "preview --stack dev", "cost --stack dev --logs-per-day 3000", "scale --logs-per-day 1000", "restore-plan --stack prod", "restore-plan --stack prod --from vault --table stats",
    ];

    public static TheoryData<string> Lines => [.. _lines];

    [Fact]
    public void Is_tested_for_each_command_that_has_it() => Assert.Subset(
        _runs.Concat(_lines.Select(line => line.Split(' ')[0])).ToHashSet(),
        CommandTree.All.Where(known => known.Command.Options.Any(option => option.Name == "--json")).Select(known => known.Path).ToHashSet());

    [Theory, MemberData(nameof(Lines))]
    public async Task Is_one_document_with_names_in_camel_case_and_nothing_else(string line)
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync([.. line.Split(' '), "--json"]);

        Assert.Equal((0, ""), (exitCode, errors));
        using var document = JsonDocument.Parse(output);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        Assert.All(document.RootElement.EnumerateObject(), member => Assert.Matches("^[a-z][A-Za-z]*$", member.Name));
        Assert.EndsWith("}\n", output, StringComparison.Ordinal);
    }
}

public sealed class ChangeTextTests
{
    [Fact]
    public void Lists_each_change_on_a_line() => Assert.Equal(
        """
        Deployment 4 of 'dev' is live:
          version     Echo 3 (code, memorySize)
          alias       live of Echo: 2 → 2 (90 %), 3 (10 %)
          alias       live of Other: none → 1
          route       added GET /records
          rolePolicy  changed Echo-policy (policy)
          parameter   changed /workout-log/dev/max-duration-minutes: 1440 → 60
          parameter   removed /workout-log/dev/old

        """,
        Text(new DeploymentChanges(
            4,
            "dev",
            [new PublishedChange("Echo", "3", ["code", "memorySize"])],
            [new AliasChange("live", "Echo", "2", "2 (90 %), 3 (10 %)"), new AliasChange("live", "Other", null, "1")],
            [new RouteChange(ChangeKind.Added, "GET /records")],
            [
                new ResourceChange(ChangeKind.Changed, "aws:ssm/parameter:Parameter", "/workout-log/dev/max-duration-minutes", ["1440 → 60"]),
                new ResourceChange(ChangeKind.Removed, "aws:ssm/parameter:Parameter", "/workout-log/dev/old", []),
                new ResourceChange(ChangeKind.Changed, "aws:iam/rolePolicy:RolePolicy", "Echo-policy", ["policy"]),
            ])));

    [Fact]
    public void Says_that_nothing_changed() =>
        Assert.Equal("Deployment 2 of 'dev' is live; nothing changed.\n", Text(new DeploymentChanges(2, "dev", [], [], [], [])));

    private static string Text(DeploymentChanges changes)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ChangeText.Write(changes, HumanOutput.Plain(output, 200));
        return output.ToString();
    }
}
