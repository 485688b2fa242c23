using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Tests.Runner.Iam;

public sealed class FunctionRoleTests
{
    private const string AllowsGet = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"arn:t"}}""";

    [Fact]
    public void Is_made_of_all_policies_of_the_role_and_of_no_other()
    {
        var ofAnother = SampleGraph.RolePolicy(AllowsGet.Replace("GetItem", "Scan", StringComparison.Ordinal));
        ofAnother.Inputs["role"] = "another-role";
        var further = SampleGraph.RolePolicy(AllowsGet.Replace("GetItem", "PutItem", StringComparison.Ordinal));
        var graph = SampleGraph.With(SampleGraph.Role(), SampleGraph.Function(), SampleGraph.RolePolicy(AllowsGet), further, ofAnother);

        var role = FunctionRole.ReadAll(graph)["Echo"];

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Echo-role-1a2b3c4/Echo-1a2b3c4", role.SessionArn);
        Assert.Equal(
            (Decision.Allow, Decision.Allow, Decision.ImplicitDeny),
            (role.Decide("dynamodb:GetItem", "arn:t"), role.Decide("dynamodb:PutItem", "arn:t"), role.Decide("dynamodb:Scan", "arn:t")));
    }

    [Theory]
    [InlineData("k\ns", Decision.Allow)]
    [InlineData("k\nother", Decision.ImplicitDeny)]
    [InlineData(null, Decision.ImplicitDeny)]
    public void May_be_limited_to_updates_of_some_attributes(string? attributes, Decision expected)
    {
        var policy = SampleGraph.RolePolicy(
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:UpdateItem","Resource":"arn:t","Condition":{"ForAllValues:StringEquals":{"dynamodb:Attributes":["k","s"]}}}}""");

        var role = FunctionRole.ReadAll(SampleGraph.With(SampleGraph.Role(), SampleGraph.Function(), policy))["Echo"];

        Assert.Equal(expected, role.Decide("dynamodb:UpdateItem", "arn:t", attributes));
    }

    [Fact]
    public void Must_be_declared_with_policies_that_can_be_enforced()
    {
        var policy = SampleGraph.RolePolicy(AllowsGet.Replace("Resource", "NotResource", StringComparison.Ordinal));

        Assert.Equal(
            $"Function 'Echo' has the role '{SampleGraph.RoleArn}', which the stack does not declare.",
            Refusal.Of(() => FunctionRole.ReadAll(SampleGraph.With(SampleGraph.Function()))));
        Assert.Equal(
            "The policy of aws:iam/rolePolicy:RolePolicy 'Echo-policy' can't be enforced here. A local run does not evaluate 'NotResource' in a statement.",
            Refusal.Of(() => FunctionRole.ReadAll(SampleGraph.With(SampleGraph.Role(), SampleGraph.Function(), policy))));
    }

    [Theory]
    [InlineData("managedPolicyArns", """["arn:aws:iam::aws:policy/AdministratorAccess"]""")]
    [InlineData("inlinePolicies", """[{"name":"x"}]""")]
    [InlineData("permissionsBoundary", "\"arn:x\"")]
    public void Rejects_permissions_from_unsupported_inputs(string input, string value) => Assert.Equal(
        $"Role 'Echo-role' has '{input}', which a local run does not evaluate. Fix: declare each policy as aws:iam/rolePolicy:RolePolicy.",
        Refusal.Of(() => FunctionRole.ReadAll(SampleGraph.With(SampleGraph.Role(new JsonObject { [input] = JsonNode.Parse(value) }), SampleGraph.Function()))));
}

public sealed class GrantedAndUsedTests
{
    private static readonly ImmutableDictionary<string, FunctionRole> _roles = ImmutableDictionary<string, FunctionRole>.Empty
        .Add("Reader", Role(PolicyDocument.Allow("dynamodb:Get*", "arn:t"), PolicyDocument.Allow("xray:PutTraceSegments", "*")))
        .Add("Writer", Role(PolicyDocument.Allow("dynamodb:PutItem", "arn:t"), PolicyDocument.Allow("dynamodb:GetItem", "arn:t")));

    [Fact]
    public void Counts_uses_and_denials_per_function_and_explains_uses_that_can_not_be_observed()
    {
        var (read, put, scan) = (
            new CallRecord("Reader", "dynamodb:GetItem", "arn:t", true), new CallRecord("Writer", "dynamodb:PutItem", "arn:t", true), new CallRecord("Writer", "dynamodb:Scan", "arn:t", false));

        var rows = GrantedAndUsed.Compare(_roles, [read, read, put, scan, scan]);

        Assert.Equal(
            [("Reader", "dynamodb:Get*", 2, false), ("Reader", "xray:PutTraceSegments", 0, false), ("Writer", "dynamodb:GetItem", 0, true), ("Writer", "dynamodb:PutItem", 1, false)],
            rows.SkipLast(1).Select(row => (row.Function, row.Action, row.Used, row.IsUnused)));
        Assert.Equal(new GrantRow("Writer", "dynamodb:Scan", "arn:t", Granted: false, Used: 0, Denied: 2, Unseen: null), rows[^1]);
        Assert.Equal(["Lambda sends the traces; none are sent here"], rows.Select(row => row.Unseen).OfType<string>());
    }

    private static FunctionRole Role(params ImmutableArray<PolicyDocument> policies) => new("arn:aws:iam::1:role/r", "arn:aws:sts::1:assumed-role/r/s", policies);
}
