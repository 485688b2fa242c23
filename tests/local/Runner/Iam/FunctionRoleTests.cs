using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Iam.Policies;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Iam;

public sealed class FunctionRoleTests
{
    private const string AllowsGet = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"arn:t"}}""";

    [Fact]
    public void Is_made_of_all_policies_of_the_role_and_of_no_other()
    {
        var ofAnother = SampleGraph.RolePolicy(AllowsGet.Replace("GetItem", "Scan", StringComparison.Ordinal));
        ofAnother.Inputs["role"] = "another-role";
        var graph = SampleGraph.With(
            SampleGraph.Role(),
            SampleGraph.Function(),
            SampleGraph.RolePolicy(AllowsGet),
            SampleGraph.RolePolicy(AllowsGet.Replace("GetItem", "PutItem", StringComparison.Ordinal)),
            ofAnother);

        var role = FunctionRole.ReadAll(graph)["Echo"];

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Echo-role-1a2b3c4/Echo-1a2b3c4", role.SessionArn);
        Assert.Equal(
            (Decision.Allow, Decision.Allow, Decision.ImplicitDeny),
            (role.Decide("dynamodb:GetItem", "arn:t"), role.Decide("dynamodb:PutItem", "arn:t"), role.Decide("dynamodb:Scan", "arn:t")));
    }

    [Fact]
    public void Must_be_declared()
    {
        var error = Assert.Throws<UserErrorException>(() => FunctionRole.ReadAll(SampleGraph.With(SampleGraph.Function())));

        Assert.Equal($"Function 'Echo' has the role '{SampleGraph.RoleArn}', which the stack does not declare.", error.Message);
    }

    [Theory]
    [InlineData("managedPolicyArns", """["arn:aws:iam::aws:policy/AdministratorAccess"]""")]
    [InlineData("inlinePolicies", """[{"name":"x"}]""")]
    [InlineData("permissionsBoundary", "\"arn:x\"")]
    public void Stops_the_start_with_rights_from_elsewhere(string input, string value)
    {
        var role = SampleGraph.Role(new JsonObject { [input] = JsonNode.Parse(value) });

        var error = Assert.Throws<UserErrorException>(() => FunctionRole.ReadAll(SampleGraph.With(role, SampleGraph.Function())));

        Assert.Equal($"Role 'Echo-role' has '{input}', which a local run does not evaluate. Declare each policy as aws:iam/rolePolicy:RolePolicy.", error.Message);
    }

    [Fact]
    public void Names_the_policy_that_can_not_be_enforced()
    {
        var policy = SampleGraph.RolePolicy(AllowsGet.Replace("Resource", "NotResource", StringComparison.Ordinal));

        var error = Assert.Throws<UserErrorException>(() => FunctionRole.ReadAll(SampleGraph.With(SampleGraph.Role(), SampleGraph.Function(), policy)));

        Assert.Equal(
            "The policy of aws:iam/rolePolicy:RolePolicy 'Echo-policy' can't be enforced here. A local run does not evaluate 'NotResource' in a statement.",
            error.Message);
    }
}
