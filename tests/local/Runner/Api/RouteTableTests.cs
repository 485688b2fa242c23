using WorkoutLog.Local.Runner.Api;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class RouteTableTests
{
    private static readonly RouteTable _routes = new(new[]
    {
        ("POST", "/workouts"), ("GET", "/workouts/{userId}"), ("POST", "/workouts/batch"), ("GET", "/workouts/{userId}/{workoutId}"),
        ("ANY", "/files/{path+}"),
    }.Select(route => Route(route.Item1, route.Item2)));

    [Theory]
    [InlineData("POST", "/workouts", "/workouts")]
    [InlineData("GET", "/workouts/u1", "/workouts/{userId}")]
    [InlineData("POST", "/workouts/", "/workouts")]
    [InlineData("POST", "/workouts/batch", "/workouts/batch")]
    [InlineData("GET", "/workouts/batch", "/workouts/{userId}")]
    [InlineData("GET", "/workouts/u1/w1", "/workouts/{userId}/{workoutId}")]
    [InlineData("DELETE", "/files/a/b", "/files/{path+}")]
    public void Finds_the_route(string method, string path, string expected)
    {
        var match = _routes.Find(method, path);

        Assert.Equal(expected, match?.Route.Path);
    }

    [Theory]
    [InlineData("GET", "/workouts")]
    [InlineData("POST", "/workouts/u1")]
    [InlineData("GET", "/workouts/u1/w1/more")]
    [InlineData("GET", "/files")]
    [InlineData("GET", "/files/")]
    [InlineData("GET", "/")]
    [InlineData("GET", "*")]
    public void Finds_none_for_an_unknown_path_or_method(string method, string path) => Assert.Null(_routes.Find(method, path));

    [Fact]
    public void Leaves_path_parameters_as_they_stand_in_the_URL()
    {
        var match = _routes.Find("GET", "/workouts/a%2Fb%20c/%C3%A9");

        Assert.Equal("a%2Fb%20c", match!.PathParameters["userId"]);
        Assert.Equal("%C3%A9", match.PathParameters["workoutId"]);
    }

    [Fact]
    public void Gives_a_greedy_parameter_the_rest_of_the_path()
    {
        var match = _routes.Find("GET", "/files/a/b%20c");

        Assert.Equal("a/b%20c", match!.PathParameters["path"]);
    }

    [Fact]
    public void Takes_the_declared_method_of_a_path_before_its_ANY()
    {
        var routes = new RouteTable([Route("ANY", "/workouts"), Route("POST", "/workouts"), Route("ANY", "/{rest+}"), Route("ANY", "/")]);

        Assert.Equal(
            ["POST /workouts", "ANY /workouts", "ANY /{rest+}", "ANY /"],
            new[] { ("POST", "/workouts"), ("PATCH", "/workouts"), ("GET", "/a/b/c"), ("GET", "/") }.Select(request =>
            {
                var route = routes.Find(request.Item1, request.Item2)!.Route;
                return $"{route.Method} {route.Path}";
            }));
    }

    private static ApiRoute Route(string method, string path) =>
        new(method, path, RequiresIam: true, new ApiIntegration.Proxy("arn", TimeSpan.FromSeconds(29)));
}
