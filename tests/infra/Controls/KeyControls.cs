namespace WorkoutLog.Infra.Tests.Controls;

public class KeyControls
{
    [Fact]
    public async Task Key_rotation_and_explicit_key_policy()
    {
        var key = (await ProgramRun.OfAsync("prod")).Only("aws:kms/key:Key");

        Assert.Equal((true, 30), (key.Inputs["enableKeyRotation"]!.GetValue<bool>(), key.Inputs["deletionWindowInDays"]!.GetValue<double>()));
        Assert.NotEmpty(key.Json("policy")["Statement"]!.AsArray());
    }

    [Fact]
    public async Task Key_policy_has_no_star_principal_and_no_star_action()
    {
        var statements = (await ProgramRun.OfAsync("prod")).Only("aws:kms/key:Key").Json("policy")["Statement"]!.AsArray();

        Assert.All(statements.Where(statement => statement!["Effect"]!.ToString() == "Allow"), statement =>
        {
            Assert.DoesNotContain("\"*\"", statement!["Principal"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(statement["Action"]!.AsArray(), action => action!.ToString() is "*" or "kms:*");
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Grants_are_refused_to_all_but_services_of_AWS(string stack)
    {
        var statements = (await ProgramRun.OfAsync(stack)).Only("aws:kms/key:Key").Json("policy")["Statement"]!.AsArray();

        // Member by member what CT.KMS.PR.3 looks for.
        Assert.EndsWith(
            """
            "Effect":"Deny","Principal":{"AWS":"*"},"Action":["kms:CreateGrant"],"Resource":["*"],"Condition":{"BoolIfExists":{"aws:PrincipalIsAWSService":["false"],"kms:GrantIsForAWSResource":["false"]}}}
            """,
            Assert.Single(statements, statement => statement!["Effect"]!.ToString() == "Deny")!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_decrypt_on_any_key()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var key = graph.Only("aws:kms/key:Key").Outputs["arn"]!.ToString();
        var statements = graph.OfType("aws:iam/rolePolicy:RolePolicy").SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
            .Where(statement => statement!["Action"]!.ToJsonString().Contains("kms:", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.Equal([key], statement!["Resource"]!.AsArray().Select(arn => arn!.ToString())));
    }

    [Fact]
    public async Task Data_is_used_through_services_or_within_a_context_only()
    {
        var statements = (await ProgramRun.OfAsync("prod")).Only("aws:kms/key:Key").Json("policy")["Statement"]!.AsArray();

        Assert.All(
            statements.Where(statement => statement!["Action"]!.AsArray().Any(action => action!.ToString() is "kms:Decrypt" or "kms:Encrypt")),
            statement => Assert.NotNull(statement!["Condition"]));
    }
}
