using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class OpenApiRoutesTests
{
    [Fact]
    public void Reads_each_method_of_each_path_with_the_alias_that_it_calls()
    {
        var toFunction = new ApiIntegration.Proxy(SampleGraph.AliasArn, TimeSpan.FromSeconds(29));
        var open = With(document => document["paths"]!["/workouts"]!["post"]!.AsObject().Remove("security"));

        Assert.Equal(
            new[] { ("POST", "/workouts"), ("DELETE", "/workouts"), ("GET", "/stats/{userId}") }.Select(route => new ApiRoute(route.Item1, route.Item2, RequiresIam: true, toFunction)),
            OpenApiRoutes.Read(SampleGraph.Document()));
        Assert.False(OpenApiRoutes.Read(open)[0].RequiresIam);
    }

    [Fact]
    public void Rejects_an_unsupported_integration_and_authorisation_other_than_IAM()
    {
        Assert.Equal(
            "POST /workouts of the API has an integration of type 'http_proxy'; a local run supports only 'aws_proxy' to a function and 'mock'.",
            Refusal.Of(() => OpenApiRoutes.Read(With(document => document["paths"]!["/workouts"]!["post"] = SampleGraph.Operation("http_proxy")))));
        Assert.Equal(
            "POST /workouts of the API is secured by 'sigv4'; a local run supports only IAM (awsSigv4).",
            Refusal.Of(() => OpenApiRoutes.Read(With(document => document["components"]!["securitySchemes"]!["sigv4"]!["x-amazon-apigateway-authtype"] = "cognito_user_pools"))));
    }

    private static JsonObject With(Action<JsonObject> change)
    {
        var document = SampleGraph.Document();
        change(document);
        return document;
    }
}

public sealed class RouteTableTests
{
    private static readonly RouteTable _routes = new(new[]
    {
        ("POST", "/workouts"), ("GET", "/workouts/{userId}"), ("POST", "/workouts/batch"), ("GET", "/workouts/{userId}/{workoutId}"), ("ANY", "/files/{path+}"),
    }.Select(route => Calls.Route(route.Item1, route.Item2)));

    [Theory]
    [InlineData("POST", "/workouts", "/workouts")]
    [InlineData("GET", "/workouts/u1", "/workouts/{userId}")]
    [InlineData("POST", "/workouts/", "/workouts")]
    [InlineData("POST", "/workouts/batch", "/workouts/batch")]
    [InlineData("GET", "/workouts/batch", "/workouts/{userId}")]
    [InlineData("GET", "/workouts/u1/w1", "/workouts/{userId}/{workoutId}")]
    [InlineData("DELETE", "/files/a/b", "/files/{path+}")]
    [InlineData("GET", "/workouts", null)]
    [InlineData("POST", "/workouts/u1", null)]
    [InlineData("GET", "/workouts/u1/w1/more", null)]
    [InlineData("GET", "/files", null)]
    [InlineData("GET", "/files/", null)]
    [InlineData("GET", "/", null)]
    [InlineData("GET", "*", null)]
    public void Finds_the_route_or_none_for_an_unknown_path_or_method(string method, string path, string? expected) =>
        Assert.Equal(expected, _routes.Find(method, path)?.Route.Path);

    [Theory]
    [InlineData("/workouts/a%2Fb%20c/%C3%A9", "userId=a%2Fb%20c workoutId=%C3%A9")]
    [InlineData("/files/a/b%20c", "path=a/b%20c")]
    public void Keeps_path_parameters_as_in_the_URL(string path, string parameters) => Assert.Equal(
        parameters, string.Join(' ', _routes.Find("GET", path)!.PathParameters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}")));

    [Fact]
    public void Prefers_the_declared_method_of_a_path_to_its_ANY()
    {
        var routes = new RouteTable(new[] { ("ANY", "/workouts"), ("POST", "/workouts"), ("ANY", "/{rest+}"), ("ANY", "/") }.Select(route => Calls.Route(route.Item1, route.Item2)));

        Assert.Equal(
            ["POST /workouts", "ANY /workouts", "ANY /{rest+}", "ANY /"],
            new[] { ("POST", "/workouts"), ("PATCH", "/workouts"), ("GET", "/a/b/c"), ("GET", "/") }
                .Select(request => routes.Find(request.Item1, request.Item2)!.Route).Select(route => $"{route.Method} {route.Path}"));
    }
}

/// <summary>Access to the reserved paths of a run.</summary>
public sealed class ReservedPathsTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "localhost", true)]
    [InlineData("::1", "[::1]", true)]
    [InlineData("127.0.0.1", "rebound.example.org", false)]
    [InlineData("127.0.0.1", "192.0.2.1", false)]
    [InlineData("192.0.2.1", "127.0.0.1", false)]
    public void Only_this_machine_under_its_own_name_reaches_them(string caller, string host, bool isMeant) => Assert.All(
        [FaultControl.Path, MetricPublishing.Path, ConsoleFront.Path, $"{ConsoleFront.Path}/assets/main.mjs"],
        path => Assert.Equal(isMeant, IsReserved(path, caller, host, path)));

    [Theory]
    [InlineData("/workouts")]
    [InlineData("/_consoles")]
    [InlineData("/")]
    public void Everything_else_is_the_APIs(string path) => Assert.All(
        [FaultControl.Path, MetricPublishing.Path, ConsoleFront.Path], reserved => Assert.False(IsReserved(path, "127.0.0.1", "127.0.0.1", reserved)));

    private static bool IsReserved(string path, string caller, string host, string reserved)
    {
        var request = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(caller) }, Request = { Path = path, Host = new HostString(host) } };
        return reserved.StartsWith(ConsoleFront.Path, StringComparison.Ordinal) ? ConsoleFront.IsMeant(request) : ReservedPaths.IsFor(request, reserved);
    }
}
