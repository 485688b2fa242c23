namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class InvocationLogTests
{
    private static readonly FunctionDeclaration _function = FunctionDeclaration.From(SampleGraph.Function());

    [Theory]
    [InlineData(12.3, 100.5, "REPORT RequestId: r\tDuration: 12.30 ms\tBilled Duration: 113 ms\tMemory Size: 256 MB\tMax Memory Used: 61 MB\tInit Duration: 100.50 ms")]
    [InlineData(1.01, null, "REPORT RequestId: r\tDuration: 1.01 ms\tBilled Duration: 2 ms\tMemory Size: 256 MB\tMax Memory Used: 61 MB")]
    public void Reports_what_is_billed_with_the_INIT_of_a_cold_start(double duration, double? init, string report)
    {
        Assert.Equal([report], Lines(new InvocationResult.Answered(default), TimeSpan.FromMilliseconds(duration), init is { } span ? TimeSpan.FromMilliseconds(span) : null));
        Assert.Equal("START RequestId: r Version: 7", InvocationLog.Start("r", _function with { Version = "7" }));
    }

    [Theory]
    [InlineData(1, "exit status 1")]
    [InlineData(134, "signal: aborted")]
    [InlineData(137, "signal: killed")]
    [InlineData(139, "signal: segmentation fault")]
    [InlineData(255, "exit status 255")]
    public void Logs_why_the_runtime_ended(int exitCode, string cause) => Assert.Equal(
        $"RequestId: r Error: Runtime exited with error: {cause}", Lines(new InvocationResult.Crashed(exitCode), TimeSpan.Zero, null)[0]);

    private static string[] Lines(InvocationResult result, TimeSpan duration, TimeSpan? init) =>
        [.. InvocationLog.End("r", _function, new InvocationOutcome(result, duration, init, 61))];
}

public sealed class InvocationLinesTests
{
    private readonly InvocationLines _lines = new();

    [Fact]
    public void Assigns_a_late_line_to_the_invocation_that_it_names_and_one_between_two_to_the_next()
    {
        _lines.Add("from INIT");
        _lines.Begin("one");
        _lines.Add("plain");
        _lines.Begin("two");
        _lines.Add("""{"requestId":"one"}""");
        _lines.Add("plain too");

        Assert.Equal(["from INIT", "plain", """{"requestId":"one"}"""], _lines.End("one").AsEnumerable());
        Assert.Equal(["plain too"], _lines.End("two").AsEnumerable());

        _lines.Add("between");
        _lines.Begin("three");

        Assert.Equal(["between"], _lines.End("three").AsEnumerable());
        Assert.Empty(_lines.End("never begun"));
    }
}
