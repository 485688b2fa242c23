using static WorkoutLog.Local.Tests.FunctionBench;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

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
