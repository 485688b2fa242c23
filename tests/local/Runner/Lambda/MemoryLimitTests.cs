using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

/// <summary>A function that holds 200 MB for a moment or for long, itself or in a child.</summary>
public sealed class MemoryLimitTests : IDisposable
{
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("hoard")]
    [InlineData("gulp")]
    [InlineData("child")]
    public async Task Kills_a_process_that_holds_more_than_is_declared_and_starts_afresh(string deed)
    {
        await using var function = _bench.Create(memoryMiB: 128);
        var before = await FunctionBench.InvokeAsync(function, "{}");

        var killed = await FunctionBench.InvokeAsync(function, deed);
        var after = await FunctionBench.InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.OutOfMemory(), killed);
        Assert.NotEqual(FunctionBench.ProcessOf(before), FunctionBench.ProcessOf(after));
        Assert.Contains(_bench.Log, line => line.StartsWith("RequestId: ", StringComparison.Ordinal) && line.EndsWith(" Error: Runtime exited with error: signal: killed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lets_a_process_use_what_is_declared_and_reports_its_peak()
    {
        await using var function = _bench.Create(memoryMiB: 1024);

        Assert.IsType<InvocationResult.Answered>(await FunctionBench.InvokeAsync(function, "gulp"));

        var report = _bench.Log.Single(line => line.StartsWith("REPORT ", StringComparison.Ordinal));
        Assert.Contains("\tMemory Size: 1024 MB\t", report, StringComparison.Ordinal);
        var used = report.Split("Max Memory Used: ")[1].Split(' ')[0];
        Assert.InRange(int.Parse(used, System.Globalization.CultureInfo.InvariantCulture), 190, 1024);
    }
}
