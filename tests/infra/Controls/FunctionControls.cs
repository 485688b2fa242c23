using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Tests.Controls;

public class FunctionControls
{
    private const string Function = "aws:lambda/function:Function";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Explicit_memory_timeout_reserved_concurrency_and_a_current_runtime(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType(Function), function =>
        {
            Assert.InRange(function.Inputs["memorySize"]!.GetValue<double>(), 128, 10_240);
            Assert.InRange(function.Inputs["timeout"]!.GetValue<double>(), 1, 28);
            Assert.InRange(function.Inputs["reservedConcurrentExecutions"]!.GetValue<double>(), 1, 1_000);
            Assert.Equal("provided.al2023", function.Inputs["runtime"]!.ToString());
        });
    }

    [Fact]
    public async Task Environment_encrypted_with_the_key()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var key = graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString();
        Assert.All(graph.OfType(Function), function => Assert.Equal(key, function.Inputs["kmsKeyArn"]!.ToString()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task No_secret_in_the_environment(string stack)
    {
        string[] known =
        [
            "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "ENVIRONMENT", "EVENTS", "LOGS_TABLE", "LOG_LEVEL", "MONITORING", "PARAMETER_PATH", "SERVICE_ROLES", "SSL_CERT_DIR", "SSL_CERT_FILE",
            "STATS_TABLE", "SUPPORTED_TYPES", .. WorkoutLimit.All.Select(limit => limit.Variable),
        ];

        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType(Function), function =>
            Assert.Subset(known.ToHashSet(), function.Inputs["environment"]!["variables"]!.AsObject().Select(variable => variable.Key).ToHashSet()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Published_version_and_alias(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType(Function), function =>
        {
            Assert.True(function.Inputs["publish"]!.GetValue<bool>());
            Assert.Single(graph.OfType("aws:lambda/alias:Alias"), alias => alias.Inputs["functionName"]!.ToString() == Name(function));
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Permission_has_a_source_its_account_and_no_star_principal(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:lambda/permission:Permission"), permission =>
        {
            Assert.StartsWith("arn:aws:execute-api:", permission.Inputs["sourceArn"]!.ToString(), StringComparison.Ordinal);
            Assert.Equal(("apigateway.amazonaws.com", AwsNames.Account), (permission.Inputs["principal"]!.ToString(), permission.Inputs["sourceAccount"]!.ToString()));
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task X_Ray_on_functions(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType(Function), function => Assert.Equal("Active", function.Inputs["tracingConfig"]!["mode"]!.ToString()));
    }

    private static string Name(GraphResource resource) => resource.Outputs["name"]!.ToString();
}
