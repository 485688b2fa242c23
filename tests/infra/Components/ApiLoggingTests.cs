namespace WorkoutLog.Infra.Tests.Components;

public class ApiLoggingTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Account = "aws:apigateway/account:Account";

    [Fact]
    public async Task Both_logs_have_the_configured_retention_and_the_key()
    {
        var graph = await ProgramRun.OfAsync("prod", ("apiLogRetentionDays", "90"));

        var key = graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString();
        var api = graph.Only("aws:apigateway/restApi:RestApi").Outputs["id"]!.ToString();
        var access = graph.Named(LogGroup, "api-logging-access").Inputs;
        var execution = graph.Named(LogGroup, "api-logging-execution").Inputs;
        Assert.Equal(("/workout-log/prod/api-access", 90, key), (access["name"]!.ToString(), access["retentionInDays"]!.GetValue<double>(), access["kmsKeyId"]!.ToString()));
        Assert.Equal(
            ($"API-Gateway-Execution-Logs_{api}/v1", 90, key),
            (execution["name"]!.ToString(), execution["retentionInDays"]!.GetValue<double>(), execution["kmsKeyId"]!.ToString()));
    }

    [Fact]
    public async Task AWS_owned_keys_encrypt_without_a_customer_key()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.Null(graph.Named(LogGroup, "api-logging-access").Inputs["kmsKeyId"]);
        Assert.Null(graph.Named(LogGroup, "api-logging-execution").Inputs["kmsKeyId"]);
    }

    [Fact]
    public async Task The_stage_is_created_after_its_log_groups_and_role()
    {
        var graph = await ProgramRun.OfAsync("prod", ("apiManageAccountLogging", "true"));

        var stage = graph.Only("aws:apigateway/stage:Stage");
        Assert.Equal(graph.Named(LogGroup, "api-logging-access").Outputs["arn"]!.ToString(), stage.Inputs["accessLogSettings"]!["destinationArn"]!.ToString());
        Assert.Equal(
            new[] { graph.Named(LogGroup, "api-logging-access").Urn, graph.Named(LogGroup, "api-logging-execution").Urn, graph.Only(Account).Urn }.Order(),
            stage.Options.DependsOn.Order());
    }

    [Fact]
    public async Task The_role_of_the_account_outlives_the_stack()
    {
        var graph = await ProgramRun.OfAsync("prod", ("apiManageAccountLogging", "true"));

        var account = graph.Only(Account);
        var role = graph.Named("aws:iam/role:Role", "api-logging-role");
        var write = graph.Named("aws:iam/rolePolicy:RolePolicy", "api-logging-write");
        Assert.Equal(role.Outputs["arn"]!.ToString(), account.Inputs["cloudwatchRoleArn"]!.ToString());
        Assert.Equal(role.Outputs["id"]!.ToString(), write.Inputs["role"]!.ToString());
        Assert.Contains(write.Urn, account.Options.DependsOn);
        Assert.All([account, role, write], resource => Assert.True(resource.Options.RetainOnDelete));
    }

    [Fact]
    public async Task A_stack_changes_account_logging_only_if_configured()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.Empty(graph.OfType(Account));
        Assert.DoesNotContain(graph.OfType("aws:iam/role:Role"), role => role.Name.StartsWith("api-", StringComparison.Ordinal));
        Assert.Equal(2, graph.Only("aws:apigateway/stage:Stage").Options.DependsOn.Count);
    }
}
