using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class OpenApiRoutesTests
{
    private static readonly ApiIntegration _toFunction = new ApiIntegration.Proxy(SampleGraph.AliasArn, TimeSpan.FromSeconds(29));

    [Fact]
    public void Reads_each_method_of_each_path_with_the_alias_that_it_calls()
    {
        var routes = OpenApiRoutes.Read(SampleGraph.Document());

        Assert.Equal(
            [
                new ApiRoute("POST", "/workouts", RequiresIam: true, _toFunction),
                new ApiRoute("DELETE", "/workouts", RequiresIam: true, _toFunction),
                new ApiRoute("GET", "/stats/{userId}", RequiresIam: true, _toFunction),
            ],
            routes.AsEnumerable());
    }

    [Fact]
    public void Leaves_a_method_without_security_open()
    {
        var document = SampleGraph.Document();
        document["paths"]!["/workouts"]!["post"]!.AsObject().Remove("security");

        var routes = OpenApiRoutes.Read(document);

        Assert.False(routes[0].RequiresIam);
    }

    [Fact]
    public void Refuses_an_integration_that_it_can_not_run()
    {
        var document = SampleGraph.Document();
        document["paths"]!["/workouts"]!["post"] = SampleGraph.Operation("http_proxy");

        var error = Assert.Throws<UserErrorException>(() => OpenApiRoutes.Read(document));

        Assert.Equal("POST /workouts of the API has an integration of type 'http_proxy'; a local run knows 'aws_proxy' to a function and 'mock' only.", error.Message);
    }

    [Fact]
    public void Refuses_an_authorisation_other_than_IAM()
    {
        var document = SampleGraph.Document();
        document["components"]!["securitySchemes"]!["sigv4"] = new JsonObject { ["x-amazon-apigateway-authtype"] = "cognito_user_pools" };

        var error = Assert.Throws<UserErrorException>(() => OpenApiRoutes.Read(document));

        Assert.Equal("POST /workouts of the API is secured by 'sigv4'; a local run knows IAM (awsSigv4) only.", error.Message);
    }
}
