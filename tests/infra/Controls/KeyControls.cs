namespace WorkoutLog.Infra.Tests.Controls;

public class KeyControls
{
    private const string Key = "aws:kms/key:Key";

    [Fact]
    public async Task Key_rotation_and_explicit_key_policy()
    {
        var keys = (await ProgramRun.OfAsync("prod")).OfType(Key);

        Assert.Equal(["key", "backup-key"], keys.Select(key => key.Name));
        Assert.All(keys, key => Assert.Equal((true, 30), (key.Inputs["enableKeyRotation"]!.GetValue<bool>(), key.Inputs["deletionWindowInDays"]!.GetValue<double>())));
        Assert.All(keys, key => Assert.NotEmpty(Statements(key)));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Key_policy_has_no_star_principal_and_no_star_action(string stack)
    {
        var statements = (await ProgramRun.OfAsync(stack)).OfType(Key).SelectMany(Statements);

        Assert.All(statements.Where(statement => statement!["Effect"]!.ToString() == "Allow"), statement =>
        {
            Assert.DoesNotContain("\"*\"", statement!["Principal"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(statement["Action"]!.AsArray(), action => action!.ToString() is "*" or "kms:*");
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Grants_are_denied_except_to_AWS_services(string stack)
    {
        var keys = (await ProgramRun.OfAsync(stack)).OfType(Key);

        // The members that CT.KMS.PR.3 checks.
        Assert.All(keys, key => Assert.EndsWith(
            """
            "Effect":"Deny","Principal":{"AWS":"*"},"Action":["kms:CreateGrant"],"Resource":["*"],"Condition":{"BoolIfExists":{"aws:PrincipalIsAWSService":["false"],"kms:GrantIsForAWSResource":["false"]}}}
            """,
            Assert.Single(Statements(key), statement => statement!["Effect"]!.ToString() == "Deny")!.ToJsonString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task No_decrypt_on_any_key(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var keys = graph.OfType(Key).Select(key => key.Outputs["arn"]!.ToString());
        var statements = graph.OfType("aws:iam/rolePolicy:RolePolicy").SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
            .Where(statement => statement!["Action"]!.ToJsonString().Contains("kms:", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.Subset(keys.ToHashSet(), statement!["Resource"]!.AsArray().Select(arn => arn!.ToString()).ToHashSet()));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Data_is_used_through_services_or_within_a_context_only(string stack)
    {
        var statements = (await ProgramRun.OfAsync(stack)).OfType(Key).SelectMany(Statements);

        Assert.All(
            statements.Where(statement => statement!["Action"]!.AsArray().Any(action => action!.ToString() is "kms:Decrypt" or "kms:Encrypt")),
            statement => Assert.NotNull(statement!["Condition"]));
    }

    private static JsonArray Statements(GraphResource key) => key.Json("policy")["Statement"]!.AsArray();
}
