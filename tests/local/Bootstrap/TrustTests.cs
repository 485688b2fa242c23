namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary>Exactly one environment of one repository may assume each role.</summary>
public class TrustTests
{
    private const string Audience = "sts.amazonaws.com";

    public static TheoryData<string, string, string> Roles => new()
    {
        { "dev", "DeployRole", "dev" }, { "dev", "PreviewRole", "preview-dev" }, { "prod", "DeployRole", "prod" }, { "prod", "PreviewRole", "preview-prod" },
    };

    [Theory, MemberData(nameof(Roles))]
    public void The_environment_of_the_repository_may_assume_the_role(string stack, string role, string environment) =>
        Assert.Equal(Decision.Allow, Decide(stack, role, $"repo:{Template.Repository}:environment:{environment}"));

    [Theory, MemberData(nameof(Roles))]
    public void Similar_subjects_may_not(string stack, string role, string environment)
    {
        // Other environments, jobs without one, other repositories, different case, prefixes and suffixes.
        var subjects = File.ReadLines(Sandbox.Fixture("Bootstrap/other-subjects.txt"))
            .Select(line => line.Replace("{repository}", Template.Repository, StringComparison.Ordinal).Replace("{environment}", environment, StringComparison.Ordinal))
            .Where(subject => subject != $"repo:{Template.Repository}:environment:{environment}").ToArray();

        Assert.Equal(21, subjects.Length);
        Assert.All(subjects, subject => Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject)));
    }

    [Fact]
    public void No_suffixed_subject_may() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        suffix => suffix.Get.Length == 0 || Decide("prod", "DeployRole", $"repo:{Template.Repository}:environment:prod{suffix.Get}") == Decision.ImplicitDeny)
        .QuickCheckThrowOnFailure();

    [Theory, MemberData(nameof(Roles))]
    public void Tokens_for_another_audience_or_of_another_provider_may_not(string stack, string role, string environment)
    {
        var subject = $"repo:{Template.Repository}:environment:{environment}";

        Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject, "https://github.com/octo"));
        Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject, Audience, $"arn:aws:iam::{Template.Account}:oidc-provider/evil.example.com"));
        Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject, Audience, Template.Provider, "sts:AssumeRole"));
    }

    [Theory, InlineData(""), InlineData(Template.Provider)]
    public void The_provider_is_created_or_given(string provider) =>
        Assert.Equal(Template.Provider, Assert.Single(Assert.Single(new Template("dev", provider).Trust("DeployRole").Statement).Principal).Name);

    [Theory, Cases]
    public void A_repository_parameter_has_no_wildcards(string repository, bool allowed) => Assert.Equal(allowed, IsAllowed("Repository", repository));

    [Theory, Cases]
    public void A_stack_parameter_is_a_short_plain_name(string stack, bool allowed) => Assert.Equal(allowed, IsAllowed("Stack", stack));

    private static Decision Decide(
        string stack, string role, string subject, string audience = Audience, string provider = Template.Provider, string action = "sts:AssumeRoleWithWebIdentity")
    {
        var context = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("token.actions.githubusercontent.com:aud", audience).Add("token.actions.githubusercontent.com:sub", subject);
        return PolicyEvaluation.Decide(new AccessRequest([provider], action, "*", context), [], new Template(stack).Trust(role));
    }

    // CloudFormation matches the whole value.
    private static bool IsAllowed(string parameter, string value) =>
        Regex.IsMatch(value, $@"\A(?:{new Template("dev").Parameter(parameter, "AllowedPattern")})\z");
}

/// <summary>Pulumi's state backend and the outputs of the bootstrap.</summary>
public class StateTests
{
    private static readonly Template _template = new("dev");

    [Fact]
    public void The_state_is_versioned_encrypted_and_closed_to_the_public()
    {
        var bucket = _template.Properties("StateBucket");

        Assert.Equal("Enabled", bucket["VersioningConfiguration"]!["Status"]!.ToString());
        var encryption = bucket["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!;
        Assert.Equal(("aws:kms", _template.ArnOf("StateKey")), (encryption["SSEAlgorithm"]!.ToString(), encryption["KMSMasterKeyID"]!.ToString()));
        Assert.Equal(4, bucket["PublicAccessBlockConfiguration"]!.AsObject().Count(block => block.Value!.ToString() == "true"));
        Assert.Equal("true", _template.Properties("StateKey")["EnableKeyRotation"]!.ToString());
    }

    [Theory, InlineData("true", Decision.Allow), InlineData("false", Decision.ExplicitDeny)]
    public void The_state_requires_TLS(string secure, Decision expected)
    {
        var request = new AccessRequest(
            [_template.ArnOf("DeployRole")],
            "s3:GetObject",
            $"{_template.ArnOf("StateBucket")}/.pulumi/stacks/workout-log/dev.json",
            ImmutableDictionary<string, string>.Empty.Add("aws:SecureTransport", secure));

        Assert.Equal(expected, PolicyEvaluation.Decide(request, _template.PoliciesOf("DeployRole"), _template.Read("StateBucketPolicy")));
    }

    [Theory, InlineData("StateBucket"), InlineData("StateKey"), InlineData("GitHub")]
    public void Shared_resources_are_retained(string resource)
    {
        Assert.Equal("Retain", _template.Resources[resource]!["DeletionPolicy"]!.ToString());
        Assert.Equal("Retain", _template.Resources[resource]!["UpdateReplacePolicy"]!.ToString());
    }

    [Fact]
    public void The_outputs_are_the_settings_of_GitHub_and_Pulumi() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["PreviewRoleArn"] = "arn:aws:iam::123456789012:role/workout-log-dev-preview",
            ["DeployRoleArn"] = "arn:aws:iam::123456789012:role/workout-log-dev-deploy",
            ["BackendUrl"] = "s3://workout-log-dev-state-123456789012",
            ["SecretsProvider"] = "awskms://alias/workout-log-dev-state?region=us-east-1",
            ["BoundaryArn"] = "arn:aws:iam::123456789012:policy/workout-log-dev-boundary",
        },
        _template.Outputs.ToDictionary(output => output.Key, output => output.Value!["Value"]!.ToString()));

    [Fact]
    public void The_project_name_matches_Pulumi() => Assert.Equal(
        StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev").Project, _template.Parameter("Project", "Default"));
}
