using WorkoutLog.Infra.Policies;
using WorkoutLog.Local.Plan.Access;

namespace WorkoutLog.Local.Tests.Plan.Access;

/// <summary>Checked against the local run's policy evaluator.</summary>
public class WideningTests
{
    private const string Caller = "arn:aws:iam::123456789012:role/reader";
    private const string Key = "execute-api:Stage";

    private static readonly string[] _actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"];
    private static readonly string[] _resources = ["arn:aws:dynamodb:::table/logs", "arn:aws:dynamodb:::table/stats"];
    private static readonly string[] _values = ["v1", "v2", "v3"];

    [Fact]
    public void More_is_found_exactly_where_some_request_is_newly_allowed() => Prop.ForAll(Policies(_actions, _resources), policies =>
    {
        var (before, after) = policies;

        var widened = Between(before, after).Length > 0;

        Assert.Equal(Requests().Any(request => !Allows(before, request) && Allows(after, request)), widened);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void With_wildcards_no_newly_allowed_request_is_missed() => Prop.ForAll(
        Policies([.. _actions, "dynamodb:*", "dynamodb:Get*", "*", "dynamodb:?uery"], [.. _resources, "*", "arn:aws:dynamodb:::table/*", "arn:aws:dynamodb:::table/lo?s"]), policies =>
    {
        var (before, after) = policies;

        if (Requests().Any(request => !Allows(before, request) && Allows(after, request)))
        {
            Assert.NotEmpty(Between(before, after));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory, Cases]
    public void A_pattern_covers_what_it_names(string wide, string narrow, bool expected) => Assert.Equal(expected, new Pattern(wide).Covers(new Pattern(narrow)));

    [Theory, Cases]
    public void Patterns_meet_if_both_match_something(string one, string other, bool expected)
    {
        Assert.Equal(expected, new Pattern(one).Overlaps(new Pattern(other)));
        Assert.Equal(expected, new Pattern(other).Overlaps(new Pattern(one)));
    }

    [Theory]
    [InlineData("""{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8"]}}""", """{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.0/24"]}}""", true)]
    [InlineData("""{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.0/24"]}}""", """{"NotIpAddress":{"aws:SourceIp":["10.1.0.0/16"]}}""", false)]
    public void A_network_denial_is_weaker_when_it_exempts_more(string before, string after, bool expected) => Assert.Equal(
        expected, Widening.Between(Refusal(before), Refusal(after), isOfResource: true).Length > 0);

    [Theory, Cases]
    public void Another_principal_is_more(string before, string after, bool expected) => Assert.Equal(
        expected, Widening.Between(Grants(Principal(before)), Grants(Principal(after)), isOfResource: true).Length > 0);

    [Fact]
    public void A_negated_grant_is_covered_only_by_everything()
    {
        var allBut = Grants("""{"Effect":"Allow","NotAction":["iam:*"],"Resource":"*"}""");

        Assert.NotEmpty(Widening.Between(Grants("""{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"}"""), allBut, isOfResource: false));
        Assert.Empty(Widening.Between(allBut, allBut, isOfResource: false));
        Assert.Empty(Widening.Between(Grants("""{"Effect":"Allow","Action":"*","Resource":"*"}"""), allBut, isOfResource: false));
    }

    [Fact]
    public void Actions_are_case_insensitive() => Assert.Empty(Widening.Between(
        Grants("""{"Effect":"Allow","Action":"DynamoDB:getitem","Resource":"*"}"""), Grants("""{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}"""), isOfResource: false));

    private static string Principal(string principal) => $$"""{"Effect":"Allow","Principal":{{principal}},"Action":"sns:Publish","Resource":"*"}""";

    private static ImmutableArray<Grant> Refusal(string condition) =>
        Grants($$"""{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"*","Condition":{{condition}}}""");

    private static ImmutableArray<Grant> Grants(string statement) => Grant.Of(PolicyJson.Read($$"""{"Statement":[{{statement}}]}"""));

    private static ImmutableArray<Widening> Between(string before, string after) => Widening.Between(
        Grant.Of(PolicyJson.Read(before)), Grant.Of(PolicyJson.Read(after)), isOfResource: false);

    private static bool Allows(string policy, AccessRequest request) => PolicyEvaluation.Decide(
        request, [new PolicyCheck("role", isResourcePolicy: false, [Key]).Read(policy)]) == Decision.Allow;

    private static IEnumerable<AccessRequest> Requests() =>
        from action in _actions
        from resource in _resources
        from value in _values
        select new AccessRequest([Caller], action, resource, ImmutableDictionary<string, string>.Empty.Add(Key, value));

    private static Arbitrary<(string Before, string After)> Policies(string[] actions, string[] resources)
    {
        var statement =
            from isDenial in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            from action in Gen.SubListOf(actions).Where(list => list.Count > 0)
            from resource in Gen.SubListOf(resources).Where(list => list.Count > 0)
            from values in Gen.SubListOf(_values.Take(2))
            select new JsonObject
            {
                ["Effect"] = isDenial ? "Deny" : "Allow",
                ["Action"] = new JsonArray([.. action.Select(text => (JsonNode)text)]),
                ["Resource"] = new JsonArray([.. resource.Select(text => (JsonNode)text)]),
                ["Condition"] = values.Count == 0 ? [] : new JsonObject { ["StringEquals"] = new JsonObject { [Key] = new JsonArray([.. values.Select(text => (JsonNode)text)]) } },
            };
        var policy =
            from count in Gen.Choose(1, 3)
            from statements in statement.ListOf(count)
            select new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString();
        return Arb.From(from before in policy from after in policy select (before, after));
    }
}
