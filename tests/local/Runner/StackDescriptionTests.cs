using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner;

public sealed class StackDescriptionTests
{
    [Fact]
    public void Finds_the_function_behind_each_alias()
    {
        var description = StackDescription.From(SampleGraph.Stack());

        Assert.Equal("Echo", description.Integrations[SampleGraph.AliasArn].Name);
        Assert.Equal(("us-east-1", "123456789012"), (description.Region, description.Api.Account));
    }

    [Fact]
    public void Refuses_an_API_that_calls_what_is_not_declared()
    {
        var error = Assert.Throws<UserErrorException>(() => StackDescription.From(Without("aws:lambda/alias:Alias")));

        Assert.Equal($"The API calls {SampleGraph.AliasArn}, which the stack does not declare as a function or an alias.", error.Message);
    }

    [Fact]
    public void Refuses_a_stack_without_functions()
    {
        var error = Assert.Throws<UserErrorException>(() => StackDescription.From(Without("aws:lambda/function:Function")));

        Assert.Equal("The stack 'dev' declares no function; there is nothing to run.", error.Message);
    }

    [Fact]
    public void Refuses_a_stack_without_an_API()
    {
        var error = Assert.Throws<UserErrorException>(() => StackDescription.From(Without("aws:apigateway/restApi:RestApi")));

        Assert.Equal("The stack has 0 REST APIs and 1 stages; a local run serves exactly one of each.", error.Message);
    }

    [Fact]
    public void Refuses_a_runtime_that_has_no_bootstrap()
    {
        var error = Assert.Throws<UserErrorException>(() => StackDescription.From(SampleGraph.With(SampleGraph.Function("dotnet10"))));

        Assert.Equal("Function 'Echo' has the runtime 'dotnet10'; a local run starts a 'bootstrap' and so needs 'provided.al2023'.", error.Message);
    }

    [Fact]
    public void Names_declared_features_that_have_no_effect()
    {
        var description = StackDescription.From(SampleGraph.Stack());

        Assert.Contains("aws:lambda/function:Function memorySize: told to the function, not enforced", description.NotEmulated);
    }

    private static ResourceGraph Without(string type)
    {
        var graph = SampleGraph.Stack();
        return graph with { Resources = [.. graph.Resources.Where(resource => resource.Type != type)] };
    }
}
