using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>What a file or a pipe gets.</summary>
public sealed class PlainOutputTests
{
    public static TheoryData<string> Lines =>
    [
        "preview --stack prod", "cost --stack dev --logs-per-day 3000", "scale --logs-per-day 1000", "restore-plan --stack prod", "restore-plan --stack dev --from vault",
        "up --prot 1", "cost --help", "completion fish", "help",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Has_no_colour_no_moving_cursor_and_no_blanks_at_the_end_of_a_line(string line)
    {
        var (_, output, errors) = await CommandLine.RunAsync(line.Split(' '));

        var lines = (output + errors).Split('\n');
        Assert.True(lines.Length > 1, "It said nothing.");
        Assert.All(lines, text => Assert.DoesNotMatch(@"[\e\r\b]|[ \t]$", text));
    }
}
