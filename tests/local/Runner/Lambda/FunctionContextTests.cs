using System.Globalization;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

/// <summary>What a function learns of itself and of its event.</summary>
public sealed class FunctionContextTests : IDisposable
{
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Tells_the_function_its_alias_and_its_deadline()
    {
        await using var function = _bench.Create();
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        var headers = FunctionBench.AnswerOf(await FunctionBench.InvokeAsync(function, "{}"))["headers"]!;

        Assert.Equal(SampleGraph.AliasArn, headers["X-Arn"]!.GetValue<string>());
        var deadline = long.Parse(headers["X-Deadline"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.InRange(deadline, before + 20_000, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 20_000);
    }

    [Fact]
    public async Task Names_the_request_as_the_log_does_and_hands_on_the_trace()
    {
        await using var function = _bench.Create();

        var answer = await FunctionBench.InvokeAsync(function, "{}");

        var requestId = FunctionBench.Header(answer, "X-Request");
        Assert.True(Guid.TryParse(requestId, out _), requestId);
        Assert.Equal("Root=1-0-0", FunctionBench.Header(answer, "X-Trace"));
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

        Assert.Equal(
            ("/code/roots.pem", "/opt/certificates", "/var/tasks"),
            (variables["SSL_CERT_FILE"], variables["SSL_CERT_DIR"], variables["NOTE"]));
    }

    [Fact]
    public async Task Gives_the_process_the_declared_variables_and_those_of_Lambda_alone()
    {
        Environment.SetEnvironmentVariable("WORKOUT_TEST_SHELL_VARIABLE", "leak");
        await using var function = _bench.Create();

        var text = FunctionBench.AnswerOf(await FunctionBench.InvokeAsync(function, "environment"))["body"]!.GetValue<string>();

        var names = text.Split(' ').Where(part => part.Contains('=', StringComparison.Ordinal)).Select(part => part.Split('=')[0]).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "LOGS_TABLE", "AWS_REGION", "AWS_ENDPOINT_URL", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "_HANDLER", "AWS_SESSION_TOKEN" },
            names);
        Assert.DoesNotContain("WORKOUT_TEST_SHELL_VARIABLE", names);
        Assert.DoesNotContain("HOME", names);
    }
}
