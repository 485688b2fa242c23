using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Tests.Runner.Iam.Policies;

public sealed class PolicyEvaluationTests
{
    private const string User = "arn:aws:iam::123456789012:user/somebody";
    private const string Root = "arn:aws:iam::123456789012:root";
    private const string Table = "arn:aws:dynamodb:us-east-1:123456789012:table/logs";

    private static readonly PolicyDocument _allowsPut = PolicyDocument.Allow("dynamodb:PutItem", Table);

    [Theory]
    [InlineData("dynamodb:PutItem", Table, Decision.Allow)]
    [InlineData("dynamodb:GetItem", Table, Decision.ImplicitDeny)]
    [InlineData("dynamodb:PutItem", Table + "-2", Decision.ImplicitDeny)]
    public void Allows_what_a_statement_allows_and_nothing_else(string action, string resource, Decision expected)
    {
        Assert.Equal(expected, PolicyEvaluation.Decide(Put(), [PolicyDocument.Allow(action, resource)]));
        Assert.Equal(Decision.ImplicitDeny, PolicyEvaluation.Decide(Put(), []));
    }

    [Fact]
    public void A_deny_wins_wherever_it_is()
    {
        Assert.Equal(Decision.ExplicitDeny, PolicyEvaluation.Decide(Put(), [_allowsPut, PolicyDocument.Of(Denial())]));
        Assert.Equal(Decision.ExplicitDeny, PolicyEvaluation.Decide(Put(), [_allowsPut], PolicyDocument.Of(Denial("*"))));
        Assert.Equal(Decision.ExplicitDeny, PolicyEvaluation.Decide(Put(), [_allowsPut], PolicyDocument.Of(Denial(Root))));
        Assert.Equal(Decision.Allow, PolicyEvaluation.Decide(Put(), [_allowsPut], PolicyDocument.Of(Denial("arn:aws:iam::123456789012:user/other"))));
    }

    [Theory]
    [InlineData(Root, false)]
    [InlineData("123456789012", false)]
    [InlineData("arn:aws:iam::999999999999:root", false)]
    [InlineData("lambda.amazonaws.com", false)]
    [InlineData(User, true)]
    [InlineData("*", true)]
    public void Treats_allowing_the_account_as_delegation_to_identity_policies(string principal, bool suffices)
    {
        var ofResource = PolicyDocument.Of(Denial(principal) with { Effect = PolicyEffect.Allow });

        Assert.Equal(suffices ? Decision.Allow : Decision.ImplicitDeny, PolicyEvaluation.Decide(Put(), [], ofResource));
        Assert.Equal(Decision.Allow, PolicyEvaluation.Decide(Put(), [_allowsPut], ofResource));
    }

    [Fact]
    public void Takes_no_policy_of_a_resource_for_one_that_is_about_nobody()
    {
        Assert.Equal(Decision.ImplicitDeny, PolicyEvaluation.Decide(Put() with { Caller = [] }, [], PolicyDocument.Of(Denial(Root) with { Effect = PolicyEffect.Allow })));
        Assert.Equal(Decision.Allow, PolicyEvaluation.Decide(Put() with { Caller = [] }, [], PolicyDocument.Of(Denial("*") with { Effect = PolicyEffect.Allow })));
    }

    [Fact]
    public void Adding_an_allowance_never_takes_access_away() => Holds((before, further) =>
        !IsAllowed(before) || IsAllowed((before.Request, before.Statements.Add(further with { Effect = PolicyEffect.Allow }))));

    [Fact]
    public void Adding_a_denial_never_gives_access() => Holds((before, further) =>
        IsAllowed(before) || !IsAllowed((before.Request, before.Statements.Add(further with { Effect = PolicyEffect.Deny }))));

    [Fact]
    public void Does_not_depend_on_the_order_of_the_statements() => Holds((found, _) => IsAllowed(found) == IsAllowed((found.Request, [.. found.Statements.Reverse()])));

    private static void Holds(Func<(AccessRequest Request, ImmutableArray<PolicyStatement> Statements), PolicyStatement, bool> law) =>
        Prop.ForAll(Cases().ToArbitrary(), found => law((found.Request, found.Statements), found.Further)).QuickCheckThrowOnFailure();

    private static bool IsAllowed((AccessRequest Request, ImmutableArray<PolicyStatement> Statements) found) =>
        PolicyEvaluation.Decide(found.Request, [new PolicyDocument { Statement = found.Statements }]) == Decision.Allow;

    private static Gen<(AccessRequest Request, ImmutableArray<PolicyStatement> Statements, PolicyStatement Further)> Cases()
    {
        var actions = Gen.Elements("a:Get", "a:Put", "a:*", "*", "a:?et");
        var resources = Gen.Elements("arn:1", "arn:2", "arn:*", "*");
        var conditions = Gen.Elements<ImmutableArray<PolicyCondition>>(
            [], [new PolicyCondition("Bool", "k", ["true"])], [new PolicyCondition("NotIpAddress", "ip", ["10.0.0.0/8"])]);
        var statements =
            from effect in Gen.Elements(PolicyEffect.Allow, PolicyEffect.Deny)
            from action in actions
            from resource in resources
            from condition in conditions
            select new PolicyStatement { Effect = effect, Action = [action], Resource = [resource], Condition = condition };
        var contexts = Gen.Elements(Context(), Context(("k", "true")), Context(("k", "false"), ("ip", "10.1.1.1")));
        return
            from action in Gen.Elements("a:Get", "a:Put")
            from resource in Gen.Elements("arn:1", "arn:2")
            from context in contexts
            from several in statements.ListOf()
            from further in statements
            select (new AccessRequest([User], action, resource, context), several.ToImmutableArray(), further);
    }

    private static AccessRequest Put() => new([User], "dynamodb:PutItem", Table, Context());

    private static PolicyStatement Denial(params ImmutableArray<string> principals) => new()
    {
        Effect = PolicyEffect.Deny,
        Principal = [.. principals.Select(name => new PolicyPrincipal("AWS", name))],
        Action = ["dynamodb:PutItem"],
        Resource = [Table],
    };

    private static ImmutableDictionary<string, string> Context(params (string Key, string Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);
}
