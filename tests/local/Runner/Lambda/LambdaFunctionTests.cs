using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class LambdaFunctionTests : IDisposable
{
    private readonly ShellFunction _code = ShellFunction.Create();
    private readonly ConcurrentQueue<string> _log = new();

    public void Dispose() => _code.Dispose();

    [Fact]
    public async Task Uses_an_idle_process_again()
    {
        await using var function = Create();

        var first = await InvokeAsync(function, "{}");
        var second = await InvokeAsync(function, "{}");

        Assert.Equal(Process(first), Process(second));
    }

    [Fact]
    public async Task Starts_a_further_process_for_a_concurrent_event()
    {
        await using var function = Create();

        var results = await Task.WhenAll(InvokeAsync(function, "slow"), InvokeAsync(function, "slow"));

        Assert.NotEqual(Process(results[0]), Process(results[1]));
    }

    [Fact]
    public async Task Reports_a_crash_and_starts_afresh()
    {
        await using var function = Create();
        var before = await InvokeAsync(function, "{}");

        var crash = await InvokeAsync(function, "crash");
        var after = await InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.Crashed(7), crash);
        Assert.NotEqual(Process(before), Process(after));
        Assert.Contains(_log, line => line.EndsWith("Runtime exited with exit status 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Kills_a_process_at_the_declared_timeout_and_starts_afresh()
    {
        await using var function = Create(timeoutSeconds: 1);
        var before = await InvokeAsync(function, "{}");

        var late = await InvokeAsync(function, "hang");
        var after = await InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.TimedOut(TimeSpan.FromSeconds(1)), late);
        Assert.NotEqual(Process(before), Process(after));
        Assert.Contains(_log, line => line.EndsWith("Task timed out after 1.00 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_process_of_an_error_that_the_function_reported()
    {
        await using var function = Create();
        var before = await InvokeAsync(function, "{}");

        var failed = await InvokeAsync(function, "fail");
        var after = await InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.Failed("""{"errorType":"Oops"}"""), failed);
        Assert.Equal(Process(before), Process(after));
    }

    [Fact]
    public async Task Gives_an_event_to_another_process_when_the_idle_one_left()
    {
        await File.WriteAllTextAsync(Path.Combine(_code.CodeFolder, "leaves-after-one"), "");
        await using var function = Create();

        var first = await InvokeAsync(function, "{}");
        var second = await InvokeAsync(function, "{}");

        Assert.NotEqual(Process(first), Process(second));
    }

    [Fact]
    public async Task Reports_a_runtime_that_ends_in_INIT()
    {
        await File.WriteAllTextAsync(Path.Combine(_code.CodeFolder, "refuses-to-start"), "");
        await using var function = Create();

        Assert.Equal(new InvocationResult.Crashed(3), await InvokeAsync(function, "{}"));
    }

    [Fact]
    public async Task Throttles_beyond_the_reserved_concurrency()
    {
        await using var function = Create(reservedConcurrency: 1);
        var first = InvokeAsync(function, "slow");

        var second = await InvokeAsync(function, "{}");

        Assert.IsType<InvocationResult.Throttled>(second);
        Assert.IsType<InvocationResult.Answered>(await first);
    }

    [Fact]
    public async Task Tells_the_function_its_alias_and_its_deadline()
    {
        await using var function = Create();
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        var headers = Answer(await InvokeAsync(function, "{}"))["headers"]!;

        Assert.Equal(SampleGraph.AliasArn, headers["X-Arn"]!.GetValue<string>());
        var deadline = long.Parse(headers["X-Deadline"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(deadline, before + 20_000, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 20_000);
    }

    [Fact]
    public async Task Gives_the_process_the_declared_variables_and_those_of_Lambda_alone()
    {
        Environment.SetEnvironmentVariable("WORKOUT_TEST_SHELL_VARIABLE", "leak");
        await using var function = Create();

        var text = Answer(await InvokeAsync(function, "environment"))["body"]!.GetValue<string>();

        var names = text.Split(' ').Where(part => part.Contains('=', StringComparison.Ordinal)).Select(part => part.Split('=')[0]).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "LOGS_TABLE", "AWS_REGION", "AWS_ENDPOINT_URL", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "_HANDLER", "AWS_SESSION_TOKEN" },
            names);
        Assert.DoesNotContain("WORKOUT_TEST_SHELL_VARIABLE", names);
        Assert.DoesNotContain("HOME", names);
    }

    [Fact]
    public async Task Passes_on_what_the_function_prints()
    {
        await using var function = Create();

        await InvokeAsync(function, "{}");

        Assert.Contains("received an event", _log);
    }

    [Fact]
    public async Task Leaves_no_process_behind()
    {
        var function = Create();
        var process = int.Parse(Process(await InvokeAsync(function, "{}")), System.Globalization.CultureInfo.InvariantCulture);

        await function.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    private LambdaFunction Create(int timeoutSeconds = 20, int? reservedConcurrency = null)
    {
        var declaration = FunctionDeclaration.From(SampleGraph.Function(reservedConcurrency: reservedConcurrency)) with
        {
            Timeout = TimeSpan.FromSeconds(timeoutSeconds),
        };
        return new LambdaFunction(
            declaration,
            cancellation => ExecutionEnvironment.StartAsync(
                _code.CodeFolder,
                runtimeApi => FunctionVariables.Create(
                    declaration, FunctionCredentials.Create("Echo"), "us-east-1", _code.CodeFolder, new Uri("http://127.0.0.1:1"), runtimeApi),
                _log.Enqueue,
                TimeProvider.System,
                cancellation),
            _log.Enqueue);
    }

    private static Task<InvocationResult> InvokeAsync(LambdaFunction function, string payload) =>
        function.InvokeAsync(Encoding.UTF8.GetBytes(payload), SampleGraph.AliasArn, "Root=1-0-0");

    private static string Process(InvocationResult result) => Answer(result)["headers"]!["X-Process"]!.GetValue<string>();

    private static JsonNode Answer(InvocationResult result) =>
        JsonNode.Parse(Assert.IsType<InvocationResult.Answered>(result).Payload.Span)!;
}
