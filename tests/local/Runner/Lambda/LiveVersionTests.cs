using static WorkoutLog.Local.Tests.FunctionBench;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

/// <summary>Processes of one version: start, end, reuse, and the result for the caller.</summary>
public sealed class LiveVersionTests : IDisposable
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(300);
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Uses_an_idle_process_again_also_after_an_error_that_the_function_reported()
    {
        await using var function = _bench.Create();

        var first = await InvokeAsync(function, "{}");
        var failed = await InvokeAsync(function, "fail");
        var second = await InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.Failed("""{"errorType":"Oops"}"""), failed);
        Assert.Equal(ProcessOf(first), ProcessOf(second));
        Assert.Contains("received an event", _bench.Log);
    }

    [Fact]
    public async Task Starts_further_processes_for_concurrent_events_and_leaves_none_behind()
    {
        var function = _bench.Create();
        var results = await Task.WhenAll(InvokeAsync(function, "slow"), InvokeAsync(function, "slow"));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => InvokeAsync(function, "{}"))), result => Assert.IsType<InvocationResult.Answered>(result));
        await function.DisposeAsync();

        var processes = results.Select(ProcessOf).ToArray();
        Assert.NotEqual(processes[0], processes[1]);
        Assert.All(processes, process => Assert.False(Directory.Exists($"/proc/{process}")));
    }

    /// <summary>Event, timeout in seconds, memory in MB, result for the caller, and a line of the log.</summary>
    public static TheoryData<string, int, int, object, string> Ends => new()
    {
        { "crash", 60, 256, new InvocationResult.Crashed(7), "^RequestId: .* Error: Runtime exited with error: exit status 7$" },
        { "hang", 1, 256, new InvocationResult.TimedOut(TimeSpan.FromSeconds(1)), "Task timed out after 1.00 seconds$" },
        // Uses 200 MB permanently, briefly, or in a child process.
        { "hoard", 60, 128, new InvocationResult.OutOfMemory(), "^RequestId: .* Error: Runtime exited with error: signal: killed$" },
        { "gulp", 60, 128, new InvocationResult.OutOfMemory(), "^RequestId: .* Error: Runtime exited with error: signal: killed$" },
        { "child", 60, 128, new InvocationResult.OutOfMemory(), "^RequestId: .* Error: Runtime exited with error: signal: killed$" },
    };

    [Theory, MemberData(nameof(Ends))]
    public async Task Reports_a_failure_and_starts_a_new_process(string deed, int timeoutSeconds, int memoryMiB, object expected, string line)
    {
        await using var function = _bench.Create(timeoutSeconds, memoryMiB: memoryMiB);

        var before = await InvokeAsync(function, "{}");
        var end = await InvokeAsync(function, deed);
        var after = await InvokeAsync(function, "{}");

        Assert.Equal(expected, end);
        Assert.NotEqual(ProcessOf(before), ProcessOf(after));
        Assert.Contains(_bench.Log, text => Regex.IsMatch(text, line));
    }

    [Fact]
    public async Task Allows_the_declared_memory_and_reports_the_peak()
    {
        await using var function = _bench.Create(timeoutSeconds: 60, memoryMiB: 1024);

        Assert.IsType<InvocationResult.Answered>(await InvokeAsync(function, "gulp"));

        var report = _bench.Log.Single(line => line.StartsWith("REPORT ", StringComparison.Ordinal));
        Assert.Contains("\tMemory Size: 1024 MB\t", report, StringComparison.Ordinal);
        Assert.InRange(int.Parse(report.Split("Max Memory Used: ")[1].Split(' ')[0], CultureInfo.InvariantCulture), 190, 1024);
    }

    [Fact]
    public async Task Sends_an_event_to_another_process_if_the_idle_one_has_ended()
    {
        await _bench.SetAsync("leaves-after-one");
        await using var function = _bench.Create();

        Assert.NotEqual(ProcessOf(await InvokeAsync(function, "{}")), ProcessOf(await InvokeAsync(function, "{}")));
    }

    [Theory]
    [InlineData("hangs-in-the-first-start", 0.3, "timeout")]
    [InlineData("refuses-the-first-start", 10, "error")]
    public async Task Retries_INIT_after_a_timeout_or_an_exit(string fault, double initSeconds, string status)
    {
        await _bench.SetAsync(fault);
        await using var function = _bench.Create(initLimit: TimeSpan.FromSeconds(initSeconds));

        Assert.IsType<InvocationResult.Answered>(await InvokeAsync(function, "{}"));

        Assert.Contains(_bench.Log, line => line.StartsWith("INIT_REPORT Init Duration: ", StringComparison.Ordinal) && line.EndsWith($"\tPhase: init\tStatus: {status}", StringComparison.Ordinal));
        Assert.DoesNotContain(_bench.Log, line => line.StartsWith("REPORT ", StringComparison.Ordinal) && line.Contains("Init Duration", StringComparison.Ordinal));
    }

    /// <summary>Start behaviour, reserved concurrency, and result for the caller. A second INIT is a part of the invocation.</summary>
    public static TheoryData<string, int?, object> NeverServed => new()
    {
        { "refuses-to-start", null, new InvocationResult.Crashed(3) },
        { "hangs-in-each-start", null, new InvocationResult.TimedOut(TimeSpan.FromSeconds(1)) },
        { "starts", 0, new InvocationResult.Throttled() },
    };

    [Theory, MemberData(nameof(NeverServed))]
    public async Task Reports_a_version_that_never_serves(string start, int? reservedConcurrency, object expected)
    {
        await _bench.SetAsync(start);
        await using var function = start == "hangs-in-each-start"
            ? _bench.Create(timeoutSeconds: 1, initLimit: _soon) : _bench.Create(reservedConcurrency: reservedConcurrency);

        Assert.Equal(expected, await InvokeAsync(function, "{}"));
    }

    [Fact]
    public async Task Throttles_beyond_the_reserved_concurrency_and_serves_again_afterwards()
    {
        await using var function = _bench.Create(reservedConcurrency: 2);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => InvokeAsync(function, "slow")));
        // A crash releases its slot.
        await InvokeAsync(function, "crash");
        await InvokeAsync(function, "crash");
        var after = await InvokeAsync(function, "{}");

        Assert.Equal((2, 3), (results.OfType<InvocationResult.Answered>().Count(), results.OfType<InvocationResult.Throttled>().Count()));
        Assert.IsType<InvocationResult.Answered>(after);
    }
}
