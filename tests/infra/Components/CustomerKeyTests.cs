namespace WorkoutLog.Infra.Tests.Components;

public class CustomerKeyTests
{
    private const string Key = "aws:kms/key:Key";

    [Fact]
    public async Task Has_the_name_of_the_stack_as_its_alias()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"));

        Assert.All([("key", "alias/workout-log-prod"), ("backup-key", "alias/workout-log-prod-backup")], named =>
        {
            var alias = graph.Named("aws:kms/alias:Alias", $"{named.Item1}-alias").Inputs;
            Assert.Equal(named.Item2, alias["name"]!.ToString());
            Assert.Equal(graph.Named(Key, named.Item1).Outputs["keyId"]!.ToString(), alias["targetKeyId"]!.ToString());
        });
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Is_protected_like_the_tables(string setting, bool isProtected)
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"), ("deletionProtection", setting));

        Assert.All(graph.OfType(Key), key => Assert.Equal(isProtected, key.Options.Protect));
    }

    [Fact]
    public async Task Its_policy_names_the_account_the_region_and_the_log_groups()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"));

        var patterns = Assert.Single(graph.Named(Key, "key").Json("policy")["Statement"]!.AsArray(), statement => statement!["Sid"]!.ToString() == "EncryptLogGroups")!
            ["Condition"]!["ArnLike"]!["kms:EncryptionContext:aws:logs:arn"]!.AsArray().Select(pattern => pattern!.ToString()).ToList();
        Assert.All(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group => Assert.Contains(patterns, pattern =>
            group.Outputs["arn"]!.ToString().StartsWith(pattern[..^1], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_function_may_use_it_through_services()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"));

        var key = graph.Named("workoutlog:index:CustomerKey", "key");
        var grants = graph.OfType("aws:iam/rolePolicy:RolePolicy").Where(policy => policy.Parent == key.Urn).ToList();
        Assert.Equal(
            graph.OfType("aws:lambda/function:Function").Select(function => RoleName(function.Inputs["role"]!.ToString())).Order(),
            grants.Select(grant => grant.Inputs["role"]!.ToString()).Order());
        Assert.All(grants, grant =>
        {
            var statement = Assert.Single(grant.Json("policy")["Statement"]!.AsArray())!;
            Assert.Equal("""["kms:Decrypt"]""", statement["Action"]!.ToJsonString());
            Assert.Equal($"""["{graph.Named(Key, "key").Outputs["arn"]}"]""", statement["Resource"]!.ToJsonString());
        });
    }

    [Fact]
    public async Task A_stack_with_AWS_owned_keys_has_no_customer_key()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "awsOwned"), ("backups", "true"));

        Assert.Empty(graph.OfType("workoutlog:index:CustomerKey"));
        Assert.DoesNotContain(
            graph.Resources.Where(resource => resource.Type != "aws:sns/topic:Topic").SelectMany(resource => resource.Inputs),
            input => input.Key.StartsWith("kms", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(graph.OfType("aws:iam/rolePolicy:RolePolicy"), policy => policy.Inputs.ToJsonString().Contains("kms:", StringComparison.Ordinal));
    }

    private static string RoleName(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
