using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Iam.Policies;
using WorkoutLog.Local.Tests.Cost;

namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary>The roles of the workflows may do what a stack with everything needs, and neither reach its data nor outgrow themselves.</summary>
public class RolePolicyTests
{
    private const int MostCharactersOfAPolicy = 6144;

    private static readonly Template _template = new("prod");
    private static readonly ResourceGraph _stack = Stacks.Fullest;
    private static readonly ImmutableArray<Policy> _deploy = _template.PoliciesOf("DeployRole");
    private static readonly ImmutableArray<Policy> _preview = _template.PoliciesOf("PreviewRole");

    // A request that Pulumi makes for this stack.
    private static readonly ImmutableDictionary<string, string> _own = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
        .Add("aws:RequestTag/project", "workout-log")
        .Add("aws:RequestTag/stack", "prod")
        .Add("aws:ResourceTag/project", "workout-log")
        .Add("aws:ResourceTag/stack", "prod")
        .Add("iam:PermissionsBoundary", _template.ArnOf("Boundary"));

    public static TheoryData<string> Policies => ["ReadPolicy", "ChangePolicy", "SecurityPolicy", "Boundary"];

    [Fact]
    public void Who_deploys_may_make_change_and_delete_every_resource_of_the_stack()
    {
        var needed = _stack.Resources.Where(resource => !resource.Component)
            .SelectMany(resource => NeededActions.Of(resource.Type).Select(action => (Action: action, Resource: NeededActions.ResourceOf(action, resource))))
            .Distinct();

        Assert.DoesNotContain(needed, need => Decide(_deploy, need.Action, need.Resource) != Decision.Allow);
    }

    [Fact]
    public void Who_previews_may_look_at_every_resource_and_change_none()
    {
        var actions = _stack.Resources.Where(resource => !resource.Component)
            .SelectMany(resource => NeededActions.Of(resource.Type).Select(action => (Action: action, Resource: NeededActions.ResourceOf(action, resource))))
            .Distinct();

        Assert.DoesNotContain(actions, need => (Decide(_preview, need.Action, need.Resource) == Decision.Allow) != IsLook(need.Action));
    }

    [Theory]
    [InlineData("dynamodb:GetItem", "table/logs-1")]
    [InlineData("dynamodb:Query", "table/stats-1")]
    [InlineData("dynamodb:Scan", "table/logs-1")]
    [InlineData("dynamodb:PutItem", "table/logs-1")]
    [InlineData("dynamodb:ExportTableToPointInTime", "table/logs-1")]
    [InlineData("dynamodb:GetRecords", "table/logs-1/stream/1")]
    [InlineData("logs:GetLogEvents", "log-group:/workout-log/prod/ProcessWorkout:*")]
    [InlineData("logs:StartQuery", "log-group:/workout-log/prod/ProcessWorkout")]
    [InlineData("lambda:InvokeFunction", "function:ProcessWorkout-1:live")]
    [InlineData("execute-api:Invoke", "4a2ebe1252/v1/GET/workouts/x")]
    [InlineData("kms:Decrypt", "key/of-the-stack")]
    [InlineData("secretsmanager:GetSecretValue", "secret:any")]
    [InlineData("ssm:GetParameter", "parameter/another/secret")]
    [InlineData("sts:AssumeRole", "role/any")]
    public void Neither_role_reaches_data(string action, string resource)
    {
        var arn = $"arn:aws:{action.Split(':')[0]}:{Template.Region}:{Template.Account}:{resource}";

        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny), (Decide(_preview, action, arn), Decide(_deploy, action, arn)));
    }

    [Fact]
    public void Only_who_deploys_writes_the_state()
    {
        var state = $"{_template.ArnOf("StateBucket")}/.pulumi/stacks/workout-log/prod.json";

        Assert.Equal((Decision.Allow, Decision.Allow), (Decide(_preview, "s3:GetObject", state), Decide(_deploy, "s3:GetObject", state)));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allow), (Decide(_preview, "s3:PutObject", state), Decide(_deploy, "s3:PutObject", state)));
        Assert.Equal((Decision.Allow, Decision.ImplicitDeny), (Decide(_preview, "kms:Decrypt", _template.ArnOf("StateKey")), Decide(_preview, "kms:Encrypt", _template.ArnOf("StateKey"))));
    }

    [Theory]
    [InlineData("s3:DeleteObjectVersion")]
    [InlineData("s3:PutBucketVersioning")]
    [InlineData("s3:PutLifecycleConfiguration")]
    [InlineData("s3:PutBucketPolicy")]
    [InlineData("s3:DeleteBucket")]
    public void A_state_that_was_overwritten_can_be_had_back(string action) =>
        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, _template.ArnOf("StateBucket")));

    [Theory]
    [InlineData("iam:CreateRole", "role/ProcessWorkout-role-1", "")]
    [InlineData("iam:CreateRole", "role/ProcessWorkout-role-1", "arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("iam:PutRolePolicy", "role/ProcessWorkout-role-1", "arn:aws:iam::123456789012:policy/workout-log-dev-boundary")]
    [InlineData("iam:PutRolePermissionsBoundary", "role/ProcessWorkout-role-1", "")]
    [InlineData("iam:CreateRole", "role/admin", null)]
    [InlineData("iam:AttachRolePolicy", "role/ProcessWorkout-role-1", null)]
    [InlineData("iam:DeleteRolePermissionsBoundary", "role/ProcessWorkout-role-1", null)]
    [InlineData("iam:PutRolePolicy", "role/workout-log-prod-deploy", null)]
    [InlineData("iam:UpdateAssumeRolePolicy", "role/workout-log-prod-deploy", null)]
    [InlineData("iam:CreatePolicyVersion", "policy/workout-log-prod-boundary", null)]
    [InlineData("iam:CreateUser", "user/any", null)]
    [InlineData("iam:PassRole", "role/ProcessWorkout-role-1", null)]
    public void Who_deploys_cannot_give_more_than_the_boundary(string action, string resource, string? boundary)
    {
        var context = boundary is null ? _own : _own.SetItem("iam:PermissionsBoundary", boundary);

        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, $"arn:aws:iam::{Template.Account}:{resource}", context));
    }

    [Theory]
    [InlineData("lambda.amazonaws.com", Decision.Allow)]
    [InlineData("ec2.amazonaws.com", Decision.ImplicitDeny)]
    public void A_role_of_the_stack_is_passed_only_to_the_services_that_use_it(string service, Decision expected) => Assert.Equal(
        expected, Decide(_deploy, "iam:PassRole", $"arn:aws:iam::{Template.Account}:role/ProcessWorkout-role-1", _own.Add("iam:PassedToService", service)));

    [Theory]
    [InlineData("kms:ScheduleKeyDeletion")]
    [InlineData("kms:PutKeyPolicy")]
    public void A_key_of_another_stack_or_system_is_left_alone(string action)
    {
        var key = $"arn:aws:kms:{Template.Region}:{Template.Account}:key/another";

        Assert.Equal(Decision.Allow, Decide(_deploy, action, key));
        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, key, _own.SetItem("aws:ResourceTag/stack", "dev")));
        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, key, ImmutableDictionary<string, string>.Empty));
    }

    [Fact]
    public void The_boundary_leaves_the_roles_of_the_stack_all_that_they_have()
    {
        var granted =
            from policy in _stack.Resources
            where policy.Type == "aws:iam/rolePolicy:RolePolicy"
            from statement in JsonNode.Parse(policy.Inputs["policy"]!.ToString())!["Statement"]!.AsArray()
            from action in statement["Action"]!.AsArray()
            from resource in statement["Resource"]!.AsArray()
            select (Action: action!.ToString(), Resource: resource!.ToString());

        Assert.DoesNotContain(granted, grant => Decide([_template.Read("Boundary")], grant.Action, grant.Resource) != Decision.Allow);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Each_policy_names_its_actions_and_is_as_short_as_IAM_wants_it(string policy)
    {
        var document = _template.Document(policy);

        Assert.All(document["Statement"]!.AsArray().SelectMany(statement => statement!["Action"]!.AsArray()), action => Assert.DoesNotContain('*', action!.ToString()));
        Assert.InRange(document.ToJsonString().Length, 1, MostCharactersOfAPolicy);
    }

    private static bool IsLook(string action) => action.Split(':')[1] is "GET" or ['G', 'e', 't', ..] or ['L', 'i', 's', 't', ..] or ['D', 'e', 's', 'c', 'r', 'i', 'b', 'e', ..];

    private static Decision Decide(ImmutableArray<Policy> policies, string action, string resource, ImmutableDictionary<string, string>? context = null) =>
        PolicyEvaluation.Decide(new AccessRequest([], action, resource, context ?? _own), policies);
}
