using System.Text.Json;
using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>What machines read.</summary>
public sealed class JsonTests
{
    // Those whose answer costs a run are held by their own tests.
    private static readonly string[] _runs = ["bench comparison", "bench growth", "bench options", "doctor", "fuzz", "grants", "plan", "redeploy", "repair", "soak", "up"];

    private static readonly string[] _lines =
    [
        "preview --stack dev", "cost --stack dev --logs-per-day 3000", "scale --logs-per-day 1000", "restore-plan --stack prod", "restore-plan --stack prod --from vault --table stats",
    ];

    public static TheoryData<string> Lines => [.. _lines];

    [Fact]
    public void Is_tried_for_each_command_that_offers_it() => Assert.Subset(
        _runs.Concat(_lines.Select(line => line.Split(' ')[0])).ToHashSet(),
        CommandTree.All.Where(known => known.Command.Options.Any(option => option.Name == "--json")).Select(known => known.Path).ToHashSet());

    [Theory]
    [MemberData(nameof(Lines))]
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
