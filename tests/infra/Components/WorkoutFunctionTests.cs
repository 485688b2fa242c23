using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Tests.Components;

public class WorkoutFunctionTests
{

    [Theory]
    [InlineData("aot", "x86_64", "provided.al2023", "bootstrap", "artifacts/functions/ProcessWorkout.zip")]
    [InlineData("aot", "arm64", "provided.al2023", "bootstrap", "artifacts/functions/aot-arm64/ProcessWorkout.zip")]
    [InlineData("managed", "x86_64", "dotnet10", "ProcessWorkout", "artifacts/functions/managed-x86_64/ProcessWorkout.zip")]
    [InlineData("managed", "arm64", "dotnet10", "ProcessWorkout", "artifacts/functions/managed-arm64/ProcessWorkout.zip")]
    public async Task Runs_its_package(string packaging, string architecture, string runtime, string handler, string archive)
    {
        var graph = await ProgramRun.OfAsync("dev", ("packaging", packaging), ("architecture", architecture));

        var function = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Inputs;
        Assert.Equal((runtime, handler), (function["runtime"]!.ToString(), function["handler"]!.ToString()));
        Assert.Equal([architecture], function["architectures"]!.AsArray().Select(word => word!.ToString()));
        Assert.Equal((archive, 64), (function["code"]!["archive"]!["path"]!.ToString(), function["code"]!["archive"]!["sha256"]!.ToString().Length));
    }

    [Fact]
    public async Task Trusts_only_the_authorities_in_its_archive()
    {
        var function = (await ProgramRun.OfAsync("dev")).Named("aws:lambda/function:Function", "ProcessWorkout").Inputs;

        var variables = function["environment"]!["variables"]!;
        Assert.Equal($"/var/task/{FunctionFiles.CertificateBundle}", variables["SSL_CERT_FILE"]!.ToString());
        Assert.Equal("/opt/certificates", variables["SSL_CERT_DIR"]!.ToString());
        Assert.Null(function["layers"]);
    }

    [Theory]
    [InlineData("ProcessWorkout")]
    [InlineData("QueryWorkouts")]
    public async Task Completes_socket_operations_inline(string name)
    {
        var function = (await ProgramRun.OfAsync("dev")).Named("aws:lambda/function:Function", name).Inputs;

        Assert.Equal("1", function["environment"]!["variables"]!["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"]!.ToString());
    }

    [Fact]
    public async Task Trusts_additional_authorities_of_a_layer()
    {
        const string Layer = "arn:aws:lambda:us-east-1:123456789012:layer:authorities:3";
        var function = (await ProgramRun.OfAsync("dev", ("certificateLayer", Layer))).Named("aws:lambda/function:Function", "QueryWorkouts").Inputs;

        Assert.Equal([Layer], function["layers"]!.AsArray().Select(layer => layer!.ToString()));
        Assert.Equal("/opt/certificates", function["environment"]!["variables"]!["SSL_CERT_DIR"]!.ToString());
    }

    [Theory]
    [InlineData("debug", "DEBUG", "DEBUG")]
    [InlineData("info", "INFO", "INFO")]
    [InlineData("error", "INFO", "ERROR")]
    public async Task Filters_its_log_itself_because_Lambda_would_drop_the_metrics_with_it(string setting, string ofLambda, string ofFunction)
    {
        var function = (await ProgramRun.OfAsync("dev", ("logLevel", setting))).Named("aws:lambda/function:Function", "ProcessWorkout").Inputs;

        Assert.Equal(ofLambda, function["loggingConfig"]!["applicationLogLevel"]!.ToString());
        Assert.Equal(ofFunction, function["environment"]!["variables"]!["LOG_LEVEL"]!.ToString());
    }

    [Fact]
    public async Task Publishes_a_version_and_points_the_alias_at_it()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var function = graph.Named("aws:lambda/function:Function", "ProcessWorkout");
        var alias = graph.Named("aws:lambda/alias:Alias", "ProcessWorkout-live").Inputs;
        Assert.True(function.Inputs["publish"]!.GetValue<bool>());
        Assert.Equal("live", alias["name"]!.ToString());
        Assert.Equal(function.Outputs["version"]!.ToString(), alias["functionVersion"]!.ToString());
    }

    [Fact]
    public async Task A_pinned_version_serves_requests()
    {
        var graph = await ProgramRun.OfAsync("dev", ("processWorkoutStableVersion", "7"));

        var alias = graph.Named("aws:lambda/alias:Alias", "ProcessWorkout-live").Inputs;
        Assert.Equal("7", alias["functionVersion"]!.ToString());
        Assert.Null(alias["routingConfig"]);
    }

    [Fact]
    public async Task A_canary_gets_its_share_of_the_requests()
    {
        var graph = await ProgramRun.OfAsync("dev", ("processWorkoutStableVersion", "7"), ("processWorkoutCanaryPercent", "10"));

        var alias = graph.Named("aws:lambda/alias:Alias", "ProcessWorkout-live").Inputs;
        Assert.Equal("7", alias["functionVersion"]!.ToString());
        Assert.Equal("""{"1":0.1}""", alias["routingConfig"]!["additionalVersionWeights"]!.ToJsonString());
    }

    [Fact]
    public async Task A_canary_of_the_stable_version_has_no_weight()
    {
        var graph = await ProgramRun.OfAsync("dev", ("processWorkoutStableVersion", "1"), ("processWorkoutCanaryPercent", "10"));

        var alias = graph.Named("aws:lambda/alias:Alias", "ProcessWorkout-live").Inputs;
        Assert.Equal("{}", alias["routingConfig"]!["additionalVersionWeights"]!.ToJsonString());
    }

    [Fact]
    public async Task The_permission_stays_on_the_alias_for_every_release()
    {
        var before = await ProgramRun.OfAsync("dev");
        var after = await ProgramRun.OfAsync("dev", ("processWorkoutStableVersion", "7"), ("processWorkoutCanaryPercent", "10"));

        var permission = before.Named("aws:lambda/permission:Permission", "ProcessWorkout-logWorkout").Inputs.ToJsonString();
        Assert.Equal(permission, after.Named("aws:lambda/permission:Permission", "ProcessWorkout-logWorkout").Inputs.ToJsonString());
    }

    [Fact]
    public async Task Logs_to_a_group_created_before_it()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var function = graph.Named("aws:lambda/function:Function", "ProcessWorkout");
        var group = graph.Named("aws:cloudwatch/logGroup:LogGroup", "observability-ProcessWorkout");
        Assert.Equal(group.Outputs["name"]!.ToString(), function.Inputs["loggingConfig"]!["logGroup"]!.ToString());
        Assert.Contains(group.Urn, function.Options.DependsOn);
    }

    [Fact]
    public async Task Has_its_tables_and_fallback_parameter_values()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var variables = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Inputs["environment"]!["variables"]!.AsObject();
        Assert.Equal(
            ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "EARLIEST_YEAR", "ENVIRONMENT", "LOGS_TABLE", "LOG_LEVEL", "MAX_CALORIES_BURNED",
             "MAX_DISTANCE_KM", "MAX_DURATION_MINUTES", "MAX_HOURS_AHEAD", "MAX_NOTES_LENGTH", "MONITORING", "PARAMETER_PATH", "SERVICE_ROLES",
             "SSL_CERT_DIR", "SSL_CERT_FILE", "STATS_TABLE", "SUPPORTED_TYPES"],
            variables.Select(variable => variable.Key));
        Assert.Equal(graph.Outputs["tableNames"]!["stats"]!.ToString(), variables["STATS_TABLE"]!.ToString());
        Assert.Equal("dev", variables["ENVIRONMENT"]!.ToString());
        Assert.Equal("/workout-log/dev", variables["PARAMETER_PATH"]!.ToString());
        Assert.Equal("1440", variables["MAX_DURATION_MINUTES"]!.ToString());
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("""["importer","a,b"]""", "arn:aws:sts::123456789012:assumed-role/importer arn:aws:sts::123456789012:assumed-role/a,b")]
    public async Task Has_the_service_roles_of_its_account(string roles, string expected)
    {
        var graph = await ProgramRun.OfAsync("dev", ("serviceRoles", roles));

        Assert.All(graph.OfType("aws:lambda/function:Function"), function => Assert.Equal(expected, function.Inputs["environment"]!["variables"]!["SERVICE_ROLES"]!.ToString()));
    }

    [Fact]
    public async Task Takes_memory_and_timeout_from_the_settings()
    {
        var graph = await ProgramRun.OfAsync("dev", ("processWorkoutMemoryMiB", "512"), ("processWorkoutTimeoutSeconds", "20"));

        var process = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Inputs;
        var query = graph.Named("aws:lambda/function:Function", "QueryWorkouts").Inputs;
        Assert.Equal((512d, 20d), (process["memorySize"]!.GetValue<double>(), process["timeout"]!.GetValue<double>()));
        Assert.Equal((256d, 10d), (query["memorySize"]!.GetValue<double>(), query["timeout"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Only_Lambda_may_assume_the_role()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var statement = Assert.Single(graph.Named("aws:iam/role:Role", "ProcessWorkout-role").Json("assumeRolePolicy")["Statement"]!.AsArray())!;
        Assert.Equal("""{"Service":"lambda.amazonaws.com"}""", statement["Principal"]!.ToJsonString());
    }
}
