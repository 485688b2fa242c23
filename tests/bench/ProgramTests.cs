using System.Diagnostics;

namespace WorkoutLog.Bench.Tests;

/// <summary>The program as <c>./workout bench</c> starts it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Accepts_its_parts_and_rejects_an_unknown_option()
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "WorkoutLog.Bench.dll"), "micro", "--rounds", "5"])
        {
            RedirectStandardError = true,
        })!;

        var errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal((2, true), (program.ExitCode, errors.StartsWith("workout: ", StringComparison.Ordinal)));
        Assert.Contains("'--rounds'", errors, StringComparison.Ordinal);
    }
}
