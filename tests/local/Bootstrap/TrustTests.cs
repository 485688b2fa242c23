using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Tests.Bootstrap;

/// <summary>Exactly one environment of exactly one repository may take each role.</summary>
public class TrustTests
{
    private const string Audience = "sts.amazonaws.com";

    public static TheoryData<string, string, string> Roles => new()
    {
        { "dev", "DeployRole", "dev" },
        { "dev", "PreviewRole", "preview-dev" },
        { "prod", "DeployRole", "prod" },
        { "prod", "PreviewRole", "preview-prod" },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public void The_environment_of_the_repository_may_take_the_role(string stack, string role, string environment) =>
        Assert.Equal(Decision.Allow, Decide(stack, role, $"repo:{Template.Repository}:environment:{environment}"));

    [Theory]
    [MemberData(nameof(Roles))]
    public void Nothing_that_looks_like_it_may(string stack, string role, string environment)
    {
        string[] others =
        [
            // Another environment: of the same stack, of the other, one that begins alike.
            .. new[] { "dev", "prod", "preview-dev", "preview-prod", $"{environment}2", $"x{environment}", "" }
                .Where(other => other != environment)
                .Select(other => $"repo:{Template.Repository}:environment:{other}"),
            // A job without an environment: a branch, a tag, a pull request.
            $"repo:{Template.Repository}:ref:refs/heads/main",
            $"repo:{Template.Repository}:ref:refs/heads/environment:{environment}",
            $"repo:{Template.Repository}:ref:refs/tags/{environment}",
            $"repo:{Template.Repository}:pull_request",
            // Another repository: a fork, one that begins or ends alike, one that took over the name.
            $"repo:stranger@3/workout-log@4:environment:{environment}",
            $"repo:octo@1/workout-log-evil@5:environment:{environment}",
            $"repo:octo@1/workout-log@22:environment:{environment}",
            $"repo:evil-octo@1/workout-log@2:environment:{environment}",
            $"repo:octo@9/workout-log@2:environment:{environment}",
            $"repo:octo/workout-log:environment:{environment}",
            // The same in other letters, or with something before or behind.
            $"repo:OCTO@1/workout-log@2:environment:{environment}",
            $" repo:{Template.Repository}:environment:{environment}",
            $"repo:{Template.Repository}:environment:{environment}:ref:refs/heads/main",
            $"repo:{Template.Repository}:environment:*",
            "*",
        ];

        Assert.All(others, subject => Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject)));
    }

    [Fact]
    public void No_other_subject_may() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        suffix => suffix.Get.Length == 0 || Decide("prod", "DeployRole", $"repo:{Template.Repository}:environment:prod{suffix.Get}") == Decision.ImplicitDeny)
        .QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_token_for_another_audience_or_of_another_provider_may_not(string stack, string role, string environment)
    {
        var subject = $"repo:{Template.Repository}:environment:{environment}";

        Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject, "https://github.com/octo"));
        Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject, Audience, $"arn:aws:iam::{Template.Account}:oidc-provider/evil.example.com"));
        Assert.Equal(Decision.ImplicitDeny, Decide(stack, role, subject, Audience, Template.Provider, "sts:AssumeRole"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Template.Provider)]
    public void The_provider_of_the_account_is_made_or_named(string provider)
    {
        var trust = new Template("dev", provider).Trust("DeployRole");

        Assert.Equal(Template.Provider, Assert.Single(Assert.Single(trust.Statements).Principals));
    }

    [Theory]
    [InlineData("octo@1/workout-log@2", true)]
    [InlineData("octo/workout.log_2", true)]
    [InlineData("octo/*", false)]
    [InlineData("*/workout-log", false)]
    [InlineData("octo/workout-lo?", false)]
    [InlineData("octo/workout-log:environment:prod", false)]
    [InlineData("octo", false)]
    [InlineData("octo/a/b", false)]
    public void A_repository_is_one_repository(string repository, bool allowed) =>
        Assert.Equal(allowed, IsAllowed("Repository", repository));

    [Theory]
    [InlineData("dev", true)]
    [InlineData("prod", true)]
    [InlineData("*", false)]
    [InlineData("Dev", false)]
    [InlineData("a-stack-with-a-long-name", false)]
    public void A_stack_has_a_short_plain_name(string stack, bool allowed) => Assert.Equal(allowed, IsAllowed("Stack", stack));

    private static Decision Decide(
        string stack, string role, string subject, string audience = Audience, string provider = Template.Provider, string action = "sts:AssumeRoleWithWebIdentity")
    {
        var context = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("token.actions.githubusercontent.com:aud", audience)
            .Add("token.actions.githubusercontent.com:sub", subject);
        return PolicyEvaluation.Decide(new AccessRequest([provider], action, "*", context), [], new Template(stack).Trust(role));
    }

    // CloudFormation holds the whole value to the pattern.
    private static bool IsAllowed(string parameter, string value) =>
        Regex.IsMatch(value, $@"\A(?:{new Template("dev").Parameter(parameter, "AllowedPattern")})\z");
}
