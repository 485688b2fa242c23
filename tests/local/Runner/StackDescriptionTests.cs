namespace WorkoutLog.Local.Tests.Runner;

public sealed class StackDescriptionTests
{
    [Fact]
    public void Finds_the_function_behind_each_alias()
    {
        var description = StackDescription.From(SampleGraph.Stack());

        var target = description.Integrations[SampleGraph.AliasArn];
        Assert.Equal(("Echo", "live", "1"), (target.Function.Name, target.Alias, target.Shares.ToString()));
        Assert.Equal(("us-east-1", "123456789012"), (description.Region, description.Api.Account));
    }

    public static TheoryData<Func<ResourceGraph>, string> Refused => new()
    {
        { () => SampleGraph.Stack().Without(LambdaAliasType.Token), $"The API calls {SampleGraph.AliasArn}, which the stack does not declare as a function or an alias." },
        { () => SampleGraph.Stack().Without(FunctionType.Token), "The stack 'dev' declares no function; there is nothing to run." },
        { () => SampleGraph.Stack().Without(RestApiType.Token), "The stack has 0 REST APIs and 1 stages; a local run serves exactly one of each." },
        {
            () => SampleGraph.With(SampleGraph.Function("nodejs24.x")),
            "Function 'Echo' has the runtime 'nodejs24.x' and the handler 'bootstrap'; a local run supports a 'bootstrap' on provided.al2023 or an executable assembly on dotnet10."
        },
        {
            () => SampleGraph.Stack().Changed(RestApiType.Token, api => api.Inputs["policy"] =
                """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotPrincipal":"*","Action":"execute-api:Invoke","Resource":"*"}]}"""),
            "The policy of aws:apigateway/restApi:RestApi 'api' can't be enforced here. A local run does not evaluate 'NotPrincipal' in a statement."
        },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Rejects_stacks_that_can_not_run(Func<ResourceGraph> graph, string expected) => Assert.Equal(expected, Refusal.Of(() => StackDescription.From(graph())));

    [Fact]
    public void Names_declared_features_that_have_no_effect()
    {
        var graph = SampleGraph.Stack();
        var function = graph.OfType(FunctionType.Token).Single().Inputs;
        function["tracingConfig"] = new JsonObject { ["mode"] = "Active" };
        function["layers"] = new JsonArray("arn:aws:lambda:us-east-1:123456789012:layer:certificates:1");
        var backups = SampleGraph.Resource(RoleType.Token, "backups-role", [], new JsonObject { ["arn"] = "arn:aws:iam::123456789012:role/backups" });

        var description = StackDescription.From(graph.With(backups));

        Assert.Equal(
            [
                "aws:lambda/function:Function layers: layers are not unpacked, so their certificate authorities are not trusted",
                "aws:lambda/function:Function tracingConfig: a trace id is passed on, nothing is sent to X-Ray",
                "aws:iam/role:Role backups-role: nothing here acts in this role",
            ],
            description.NotEmulated.AsEnumerable());
    }
}
