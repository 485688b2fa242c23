using WorkoutLog.Local.Runner.Api;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class RouteTableTests
{
    private static readonly RouteTable _routes = new(new[]
    {
        ("POST", "/workouts"), ("GET", "/workouts/{userId}"), ("POST", "/workouts/batch"), ("GET", "/workouts/{userId}/{workoutId}"),
        ("ANY", "/files/{path+}"),
    }.Select(route => new ApiRoute(route.Item1, route.Item2, "arn", RequiresIam: true, TimeSpan.FromSeconds(29))));

    [Theory]
    [InlineData("POST", "/workouts", "/workouts")]
    [InlineData("GET", "/workouts/u1", "/workouts/{userId}")]
    [InlineData("POST", "/workouts/batch", "/workouts/batch")]
    [InlineData("GET", "/workouts/u1/w1", "/workouts/{userId}/{workoutId}")]
    [InlineData("DELETE", "/files/a/b", "/files/{path+}")]
    public void Finds_the_route(string method, string path, string expected)
    {
        var match = _routes.Find(method, path);

        Assert.Equal(expected, match?.Route.Path);
    }

    [Theory]
    [InlineData("GET", "/workouts")]
    [InlineData("GET", "/workouts/")]
    [InlineData("GET", "/workouts/batch")]
    [InlineData("GET", "/workouts/u1/w1/more")]
    [InlineData("GET", "/files")]
    [InlineData("GET", "/")]
    [InlineData("GET", "*")]
    public void Finds_none_for_an_unknown_path_or_method(string method, string path) => Assert.Null(_routes.Find(method, path));

    [Fact]
    public void Decodes_path_parameters_after_the_path_was_split()
    {
        var match = _routes.Find("GET", "/workouts/a%2Fb%20c/%C3%A9");

        Assert.Equal("a/b c", match!.PathParameters["userId"]);
        Assert.Equal("é", match.PathParameters["workoutId"]);
    }

    [Fact]
    public void Gives_a_greedy_parameter_the_rest_of_the_path()
    {
        var match = _routes.Find("GET", "/files/a/b%20c");

        Assert.Equal("a/b c", match!.PathParameters["path"]);
    }
}
