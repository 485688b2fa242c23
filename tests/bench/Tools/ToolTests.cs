using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tests.Tools;

public sealed class ToolTests
{
    [Fact]
    public async Task Passes_input_and_output()
    {
        var much = new string('x', 1_000_000);

        Assert.Equal(much, await RunAsync("cat", much));
    }

    [Theory]
    [InlineData("echo begun; echo gone >&2; exit 3", "", "sh failed with exit code 3:\nbegun\ngone")]
    [InlineData("exit 4", "input that it does not read", "sh failed with exit code 4:\n")]
    public async Task Reports_how_a_program_failed(string script, string input, string expected)
    {
        // More than a pipe holds.
        var much = string.Concat(Enumerable.Repeat(input, 100_000));

        Assert.Equal(expected, (await Assert.ThrowsAsync<UserErrorException>(() => RunAsync(script, much))).Message);
    }

    [Fact]
    public void Says_how_to_install_a_missing_program() => Assert.Equal(
        "no-such-program is missing (does it). Fix: apt-get install it-package",
        Assert.Throws<UserErrorException>(() => Tool.Find("no-such-program", "does it", "it-package")).Message);

    private static Task<string> RunAsync(string script, string input) =>
        Tool.RunAsync("/bin/sh", ["-c", script], AppContext.BaseDirectory, input, CancellationToken.None);
}
