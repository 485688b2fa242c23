using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary>The workflow roles have the permissions for a full stack, but no access to its data and no privilege escalation.</summary>
public class RolePolicyTests
{
    private const int MaxPolicyLength = 6144;

    private static readonly Template _template = new("prod");
    private static readonly ResourceGraph _stack = Stacks.Fullest;
    private static readonly ImmutableArray<PolicyDocument> _deploy = _template.PoliciesOf("DeployRole");
    private static readonly ImmutableArray<PolicyDocument> _preview = _template.PoliciesOf("PreviewRole");

    // Context of a request by Pulumi for this stack.
    private static readonly ImmutableDictionary<string, string> _own = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
        .Add("aws:RequestTag/project", "workout-log")
        .Add("aws:RequestTag/stack", "prod")
        .Add("aws:ResourceTag/project", "workout-log").Add("aws:ResourceTag/stack", "prod").Add("iam:PermissionsBoundary", _template.ArnOf("Boundary"));

    public static TheoryData<string> Policies => ["ReadPolicy", "ChangePolicy", "EventsPolicy", "SecurityPolicy", "Boundary"];

    [Fact]
    public void The_deploy_role_manages_every_resource_and_the_preview_role_reads_it()
    {
        var needed = _stack.Resources.Where(resource => !resource.Component)
            .SelectMany(resource => NeededActions.Of(resource.Type).Select(action => (Action: action, Resource: NeededActions.ResourceOf(action, resource))))
            .Distinct().ToArray();

        Assert.DoesNotContain(needed, need => Decide(_deploy, need.Action, need.Resource) != Decision.Allow);
        Assert.DoesNotContain(needed, need => (Decide(_preview, need.Action, need.Resource) == Decision.Allow) != IsRead(need.Action));
    }

    [Theory, InlineData("prod", false, false), InlineData("review", true, true)]
    public void Review_roles_reach_only_stacks_of_pull_requests(string stack, bool forReviews, bool reaches)
    {
        var deploy = new Template(stack, forReviews: forReviews).PoliciesOf("DeployRole");
        string[] ofReview = ["ssm:PutParameter ssm parameter/workout-log/pr-42/a", "logs:CreateLogGroup logs log-group:/workout-log/pr-42/ProcessWorkout", "cloudwatch:PutMetricAlarm cloudwatch alarm:workout-log-pr-42-a"];

        Assert.All(ofReview, need => Assert.Equal(reaches, Allows(need)));
        Assert.All(ofReview, need => Assert.False(Allows(need.Replace("pr-42", "dev", StringComparison.Ordinal))));

        bool Allows(string need) => need.Split(' ') is [var action, var service, var resource]
            && Decide(deploy, action, $"arn:aws:{service}:{Template.Region}:{Template.Account}:{resource}", ImmutableDictionary<string, string>.Empty) == Decision.Allow;
    }

    [Fact]
    public void An_archive_requires_a_permission_on_its_bus() => Assert.Equal(
        Decision.Allow, Decide(_deploy, "events:CreateArchive", $"arn:aws:events:{Template.Region}:{Template.Account}:event-bus/workout-log-prod"));

    [Theory, Cases]
    public void Neither_role_reaches_data(string action, string resource)
    {
        var arn = $"arn:aws:{action.Split(':')[0]}:{Template.Region}:{(resource[0] == '/' ? "" : Template.Account)}:{resource}";

        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny), (Decide(_preview, action, arn), Decide(_deploy, action, arn)));
    }

    [Fact]
    public void Only_the_deploy_role_writes_the_state()
    {
        var state = $"{_template.ArnOf("StateBucket")}/.pulumi/stacks/workout-log/prod.json";

        Assert.Equal((Decision.Allow, Decision.Allow), (Decide(_preview, "s3:GetObject", state), Decide(_deploy, "s3:GetObject", state)));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allow), (Decide(_preview, "s3:PutObject", state), Decide(_deploy, "s3:PutObject", state)));
        Assert.Equal((Decision.Allow, Decision.ImplicitDeny), (Decide(_preview, "kms:Decrypt", _template.ArnOf("StateKey")), Decide(_preview, "kms:Encrypt", _template.ArnOf("StateKey"))));
    }

    [Theory, Cases]
    public void An_overwritten_state_can_be_restored(string action) =>
        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, _template.ArnOf("StateBucket")));

    [Theory, Cases]
    public void The_deploy_role_cannot_grant_more_than_the_boundary(string action, string resource, string? boundary)
    {
        var context = boundary is null ? _own : _own.SetItem("iam:PermissionsBoundary", boundary);

        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, $"arn:aws:iam::{Template.Account}:{resource}", context));
    }

    [Theory, InlineData("lambda.amazonaws.com", Decision.Allow), InlineData("pipes.amazonaws.com", Decision.Allow), InlineData("ec2.amazonaws.com", Decision.ImplicitDeny)]
    public void Stack_roles_are_passed_only_to_the_services_that_use_them(string service, Decision expected) => Assert.Equal(
        expected, Decide(_deploy, "iam:PassRole", $"arn:aws:iam::{Template.Account}:role/ProcessWorkout-role-1", _own.Add("iam:PassedToService", service)));

    /// <summary>Includes tagging the resource first: the request then has the stack's tags, but the resource does not.</summary>
    [Theory, Cases]
    public void Resources_of_other_stacks_and_systems_are_protected(string action, string arn)
    {
        var context = _own.Add("iam:PassedToService", "lambda.amazonaws.com");
        var untagged = context.Remove("aws:ResourceTag/project").Remove("aws:ResourceTag/stack");

        Assert.Equal(Decision.Allow, Decide(_deploy, action, arn, context));
        Assert.Equal(Decision.ExplicitDeny, Decide(_deploy, action, arn, context.SetItem("aws:ResourceTag/stack", "dev")));
        Assert.Equal(Decision.ExplicitDeny, Decide(_deploy, action, arn, context.SetItem("aws:ResourceTag/project", "other")));
        Assert.Equal(Decision.ImplicitDeny, Decide(_deploy, action, arn, untagged));
    }

    [Theory, Cases]
    public void Resources_of_other_stacks_in_the_account_are_neither_changed_nor_read(string action, string arn)
    {
        var foreign = _own.SetItem("aws:ResourceTag/stack", "dev");

        Assert.Equal(Decision.ExplicitDeny, Decide(_deploy, action, arn, foreign));
        Assert.Equal(Decision.ExplicitDeny, Decide(_preview, action, arn, foreign));
    }

    [Theory, InlineData("pr-42", Decision.Allow), InlineData("prod", Decision.ExplicitDeny)]
    public void Review_roles_are_limited_by_the_tags_of_their_stacks(string tag, Decision expected)
    {
        var deploy = new Template("review", forReviews: true).PoliciesOf("DeployRole");
        var tagged = _own.SetItem("aws:RequestTag/stack", tag).SetItem("aws:ResourceTag/stack", tag);

        Assert.Equal(expected, Decide(deploy, "kms:CreateKey", "*", tagged));
        Assert.Equal(expected, Decide(deploy, "apigateway:DELETE", $"arn:aws:apigateway:{Template.Region}::/restapis/4a2ebe1252", tagged));
    }

    [Fact]
    public void The_boundary_allows_all_permissions_of_the_stack_roles()
    {
        var granted =
            from policy in _stack.Resources
            where policy.Type == "aws:iam/rolePolicy:RolePolicy"
            from statement in JsonNode.Parse(policy.Inputs["policy"]!.ToString())!["Statement"]!.AsArray()
            from action in statement["Action"]!.AsArray()
            from resource in statement["Resource"]!.AsArray()
            select (Role: policy.Inputs["role"]!.ToString(), Action: action!.ToString(), Resource: resource!.ToString());

        Assert.DoesNotContain(granted, grant => Decide(
            [_template.Read("Boundary")], grant.Action, grant.Resource, _own.Add("aws:PrincipalArn", $"arn:aws:iam::{Template.Account}:role/{grant.Role}")) != Decision.Allow);
        // Only API Gateway's role writes to other log groups.
        Assert.Equal(Decision.ImplicitDeny, Decide(
            [_template.Read("Boundary")], "logs:PutLogEvents", $"arn:aws:logs:{Template.Region}:{Template.Account}:log-group:other",
            _own.Add("aws:PrincipalArn", $"arn:aws:iam::{Template.Account}:role/ProcessWorkout-role-1")));
    }

    [Theory, Cases]
    public void Only_the_pipe_role_reads_the_stream_and_publishes_events(string action, string resource)
    {
        Assert.Equal((Decision.Allow, Decision.ImplicitDeny), (Of("events-role-1"), Of("ProcessWorkout-role-1")));

        Decision Of(string role) => Decide(
            [_template.Read("Boundary")], action, resource, _own.Add("aws:PrincipalArn", $"arn:aws:iam::{Template.Account}:role/{role}"));
    }

    [Theory, MemberData(nameof(Policies))]
    public void Each_policy_has_no_wildcard_actions_and_fits_the_IAM_limit(string policy)
    {
        var document = _template.Document(policy);

        Assert.All(document["Statement"]!.AsArray().Where(statement => statement!["Effect"]!.ToString() == "Allow").SelectMany(statement => statement!["Action"]!.AsArray()), action => Assert.DoesNotContain('*', action!.ToString()));
        Assert.InRange(document.ToJsonString().Length, 1, MaxPolicyLength);
    }

    private static bool IsRead(string action) => action.Split(':')[1] is "GET" or ['G', 'e', 't', ..] or ['L', 'i', 's', 't', ..] or ['D', 'e', 's', 'c', 'r', 'i', 'b', 'e', ..];

    private static Decision Decide(ImmutableArray<PolicyDocument> policies, string action, string resource, ImmutableDictionary<string, string>? context = null) =>
        PolicyEvaluation.Decide(new AccessRequest([], action, resource, context ?? _own), policies);
}

/// <summary>
/// Actions that Pulumi needs to create, update, delete and read a resource: <c>needed-actions.txt</c>, from AWS's resource type schemas and
/// the provider's sources.
/// </summary>
internal static class NeededActions
{
    private const string Account = $"{Template.Region}:{Template.Account}";
    private const string Stages = $"arn:aws:apigateway:{Template.Region}::/restapis/4a2ebe1252/stages/v1";

    private static readonly Dictionary<string, string> _byType = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Bootstrap", "needed-actions.txt"))
        .Chunk(2).ToDictionary(lines => lines[0], lines => lines[1].Trim(), StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The type is not in <c>needed-actions.txt</c>.</exception>
    public static IEnumerable<string> Of(string type)
    {
        var (service, names) = _byType[type].Split(':') is [var before, var behind] ? (before, behind) : throw new FormatException(type);
        return names.Split(' ').Select(name => $"{service}:{name}");
    }

    /// <summary>cloudwatch:PutCompositeAlarm requires a permission on all resources.</summary>
    public static string ResourceOf(string action, GraphResource resource) => action == "cloudwatch:PutCompositeAlarm" ? "*" : ResourceOf(resource);

    /// <summary>The IAM resource of the actions.</summary>
    public static string ResourceOf(GraphResource resource) => resource.Type switch
    {
        "aws:apigateway/account:Account" => $"arn:aws:apigateway:{Template.Region}::/account",
        "aws:apigateway/basePathMapping:BasePathMapping" => $"arn:aws:apigateway:{Template.Region}::/domainnames/api.example.org/basepathmappings",
        "aws:apigateway/deployment:Deployment" => $"arn:aws:apigateway:{Template.Region}::/restapis/4a2ebe1252/deployments",
        "aws:apigateway/methodSettings:MethodSettings" or "aws:wafv2/webAclAssociation:WebAclAssociation" => Stages,
        "aws:appautoscaling/target:Target" or "aws:appautoscaling/policy:Policy" or "aws:cloudwatch/queryDefinition:QueryDefinition" => "*",
        // A selection has no name of its own.
        "aws:backup/selection:Selection" => $"arn:aws:backup:{Account}:backup-plan:189cf147cb",
        "aws:backup/vaultLockConfiguration:VaultLockConfiguration" => resource.Outputs["backupVaultArn"]!.ToString(),
        "aws:cloudwatch/dashboard:Dashboard" => $"arn:aws:cloudwatch::{Template.Account}:dashboard/{resource.Outputs["id"]}",
        "aws:iam/rolePolicy:RolePolicy" => $"arn:aws:iam::{Template.Account}:role/{resource.Inputs["role"]}",
        // Its id is the queue's URL, which ends with the name.
        "aws:sqs/queuePolicy:QueuePolicy" => $"arn:aws:sqs:{Account}:{resource.Inputs["queueUrl"]!.ToString().Split('/')[^1]}",
        "aws:lambda/permission:Permission" => $"arn:aws:lambda:{Account}:function:{resource.Inputs["function"]}",
        _ => resource.Outputs["arn"]!.ToString(),
    };
}
