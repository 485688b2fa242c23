using System.Collections.Immutable;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary>Where Pulumi keeps what it knows of a stack, and how one learns of it.</summary>
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

    [Theory]
    [InlineData("true", Decision.Allow)]
    [InlineData("false", Decision.ExplicitDeny)]
    public void The_state_is_reached_over_TLS_only(string secure, Decision expected)
    {
        var request = new AccessRequest(
            [_template.ArnOf("DeployRole")],
            "s3:GetObject",
            $"{_template.ArnOf("StateBucket")}/.pulumi/stacks/workout-log/dev.json",
            ImmutableDictionary<string, string>.Empty.Add("aws:SecureTransport", secure));

        Assert.Equal(expected, PolicyEvaluation.Decide(request, _template.PoliciesOf("DeployRole"), _template.Read("StateBucketPolicy")));
    }

    [Theory]
    [InlineData("StateBucket")]
    [InlineData("StateKey")]
    [InlineData("GitHub")]
    public void What_others_depend_on_outlives_the_template(string resource)
    {
        Assert.Equal("Retain", _template.Resources[resource]!["DeletionPolicy"]!.ToString());
        Assert.Equal("Retain", _template.Resources[resource]!["UpdateReplacePolicy"]!.ToString());
    }

    [Fact]
    public void The_outputs_are_what_GitHub_and_Pulumi_are_told() => Assert.Equal(
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
    public void The_project_has_its_name_from_Pulumi() => Assert.Equal(
        StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev").Project, _template.Parameter("Project", "Default"));
}
