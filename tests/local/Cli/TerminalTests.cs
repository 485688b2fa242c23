using System.Diagnostics;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>What a terminal of eighty columns gets, which util-linux's script(1) plays.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task Is_given_colour_unless_NO_COLOR_is_set()
    {
        // The runtime sets the keypad's mode at the first line; this is about colours and the cursor.
        const string Sequence = @"\e\[[0-9;]*[A-Za-z]";

        Assert.Matches(Sequence, await ShowAsync(noColour: ""));
        Assert.DoesNotMatch(Sequence, await ShowAsync(noColour: "1"));
    }

    [Fact]
    public async Task Is_given_no_line_that_it_would_break() =>
        Assert.All((await ShowAsync(noColour: "1")).Split("\r\n"), line => Assert.InRange(line.Length, 0, 80));

    private static async Task<string> ShowAsync(string noColour)
    {
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", $"stty columns 80; dotnet '{Path.Combine(AppContext.BaseDirectory, "workout.dll")}' preview --stack dev", "/dev/null"])
        {
            WorkingDirectory = Repository.Find(AppContext.BaseDirectory).Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["NO_COLOR"] = noColour;
        using var terminal = Process.Start(start)!;
        var output = await terminal.StandardOutput.ReadToEndAsync();
        await terminal.WaitForExitAsync();
        return output;
    }
}
