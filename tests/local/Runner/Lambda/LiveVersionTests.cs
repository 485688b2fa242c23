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

public sealed class ConcurrencyLimitTests
{
    private const int Unreserved = 10;

    [Fact]
    public async Task Throttles_above_the_reservation_and_admits_again()
    {
        var limit = new ConcurrencyLimit(2);

        Assert.Equal([1, 2, null], [await EnterAsync(limit), await EnterAsync(limit), await EnterAsync(limit)]);
        limit.Leave();

        Assert.Equal(2, await EnterAsync(limit));
    }

    [Fact]
    public async Task Queues_unreserved_events_in_order_and_skips_cancelled_waiters()
    {
        var limit = await FullAsync();
        using var stop = new CancellationTokenSource();
        var (first, stopped, second) = (EnterAsync(limit), limit.TryEnterAsync(stop.Token), EnterAsync(limit));
        await stop.CancelAsync();
        Assert.False(first.IsCompleted);
        limit.Leave();
        Assert.Equal(Unreserved, await first);
        Assert.False(second.IsCompleted);
        limit.Leave();

        await Assert.ThrowsAsync<TaskCanceledException>(() => stopped);
        Assert.Equal(Unreserved, await second);
    }

    [Fact]
    public async Task A_change_counts_running_events()
    {
        var limit = await FullAsync();
        var waiting = EnterAsync(limit);

        limit.Change(9);
        limit.Leave();
        Assert.Null(await EnterAsync(limit));
        Assert.False(waiting.IsCompleted);
        limit.Leave();

        Assert.Equal(9, await waiting);
    }

    private static async Task<ConcurrencyLimit> FullAsync()
    {
        var limit = new ConcurrencyLimit(null);
        for (var i = 1; i <= Unreserved; i++)
        {
            Assert.Equal(i, await EnterAsync(limit));
        }

        return limit;
    }

    private static Task<int?> EnterAsync(ConcurrencyLimit limit) => limit.TryEnterAsync(CancellationToken.None);
}

/// <summary>The context that a function gets with its event.</summary>
public sealed class FunctionContextTests : IDisposable
{
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Passes_alias_deadline_request_id_and_trace_to_the_function()
    {
        await using var function = _bench.Create();
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        var answer = await InvokeAsync(function, "{}");

        var (requestId, deadline) = (Header(answer, "X-Request"), long.Parse(Header(answer, "X-Deadline"), CultureInfo.InvariantCulture));
        Assert.Equal((SampleGraph.AliasArn, "Root=1-0-0"), (Header(answer, "X-Arn"), Header(answer, "X-Trace")));
        Assert.InRange(deadline, before + 20_000, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 20_000);
        Assert.True(Guid.TryParse(requestId, out _), requestId);
        Assert.Contains(_bench.Log, line => line.StartsWith($"REPORT RequestId: {requestId}\t", StringComparison.Ordinal));
    }

    [Fact]
    public void Finds_its_files_where_they_are_here()
    {
        var declared = FunctionDeclaration.From(SampleGraph.Function());
        var function = declared with
        {
            Variables = declared.Variables.SetItem("SSL_CERT_FILE", "/var/task/roots.pem").SetItem("SSL_CERT_DIR", "/opt/certificates").SetItem("NOTE", "/var/tasks"),
        };

        var variables = FunctionVariables.Create(function, FunctionCredentials.Create("Echo"), "us-east-1", "/code", new Uri("http://127.0.0.1:1"), "127.0.0.1:2");
        Assert.Equal(("/code/roots.pem", "/opt/certificates", "/var/tasks"), (variables["SSL_CERT_FILE"], variables["SSL_CERT_DIR"], variables["NOTE"]));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "arn:aws:sts::123456789012:assumed-role/local-service")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/importer", "arn:aws:sts::123456789012:assumed-role/importer arn:aws:sts::123456789012:assumed-role/local-service")]
    public void Adds_the_local_service_to_the_service_roles_of_a_function_that_has_some(string? roles, string? expected)
    {
        var declared = FunctionDeclaration.From(SampleGraph.Function());
        var function = roles is null ? declared : declared with { Variables = declared.Variables.SetItem("SERVICE_ROLES", roles) };

        var variables = FunctionVariables.Create(function, FunctionCredentials.Create("Echo"), "us-east-1", "/code", new Uri("http://127.0.0.1:1"), "127.0.0.1:2");

        Assert.Equal(expected, variables.GetValueOrDefault("SERVICE_ROLES"));
    }

    [Fact]
    public async Task Gives_the_process_the_declared_variables_and_those_of_Lambda_alone()
    {
        Environment.SetEnvironmentVariable("WORKOUT_TEST_SHELL_VARIABLE", "leak");
        await using var function = _bench.Create();

        var text = AnswerOf(await InvokeAsync(function, "environment"))["body"]!.GetValue<string>();

        var names = text.Split(' ').Where(part => part.Contains('=', StringComparison.Ordinal)).Select(part => part.Split('=')[0]).ToHashSet();
        string[] expected = ["LOGS_TABLE", "AWS_REGION", "AWS_ENDPOINT_URL", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "_HANDLER", "AWS_SESSION_TOKEN"];
        Assert.Superset(expected.ToHashSet(), names);
        Assert.DoesNotContain("WORKOUT_TEST_SHELL_VARIABLE", names);
        Assert.DoesNotContain("HOME", names);
    }
}
