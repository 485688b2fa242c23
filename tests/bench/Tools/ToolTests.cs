using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tests.Tools;

public sealed class ToolTests
{
    [Fact]
    public async Task Hands_on_input_and_output()
    {
        var much = new string('x', 1_000_000);

        Assert.Equal(much, await RunAsync("cat", much));
    }

    [Fact]
    public async Task Tells_how_a_program_failed()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => RunAsync("echo gone >&2; exit 3", ""));

        Assert.Equal("sh failed with exit code 3:\ngone", error.Message);
    }

    [Fact]
    public async Task Tells_how_a_program_failed_that_did_not_read_its_input()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => RunAsync("exit 4", new string('x', 1_000_000)));

        Assert.Equal("sh failed with exit code 4:\n", error.Message);
    }

    [Fact]
    public void Says_how_to_get_a_program_that_is_missing()
    {
        var error = Assert.Throws<UserErrorException>(() => Tool.Find("no-such-program", "does it", "it-package"));

        Assert.Equal("no-such-program is missing (does it). Install it: apt-get install it-package", error.Message);
    }

    private static Task<string> RunAsync(string script, string input) =>
        Tool.RunAsync("/bin/sh", ["-c", script], AppContext.BaseDirectory, input, CancellationToken.None);
}
