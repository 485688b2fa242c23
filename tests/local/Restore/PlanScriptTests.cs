using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>What people paste is sound Bash.</summary>
public sealed class PlanScriptTests(Stacks stacks) : IClassFixture<Stacks>
{
    public static TheoryData<string, string> Plans => new() { { "dev", "PointInTime" }, { "prod", "PointInTime" }, { "prod", "Vault" } };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task ShellCheck_finds_nothing(string stack, string source)
    {
        var plan = RestorePlanTests.Make(stacks[stack], Enum.Parse<RestoreSource>(source));

        using var check = Process.Start(new ProcessStartInfo("shellcheck", ["--shell=bash", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await check.StandardInput.WriteAsync(plan.ToText());
        check.StandardInput.Close();

        Assert.Equal("", await check.StandardOutput.ReadToEndAsync());
    }
}
