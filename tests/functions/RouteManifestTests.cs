using Manifest = WorkoutLog.Infra.Api.Routes;
using ProcessRoutes = WorkoutLog.ProcessWorkout.Routes;
using QueryRoutes = WorkoutLog.QueryWorkouts.Routes;

namespace WorkoutLog.Functions.Tests;

public class RouteManifestTests
{
    [Theory]
    [InlineData("ProcessWorkout")]
    [InlineData("QueryWorkouts")]
    public void A_function_handles_the_routes_that_the_manifest_gives_it_and_no_others(string function)
    {
        var handled = function == "ProcessWorkout"
            ? ProcessRoutes.All.Select(route => $"{route.Method} {route.Resource}")
            : QueryRoutes.All.Select(route => $"{route.Method} {route.Resource}");

        Assert.Equal(
            Manifest.All.Where(route => route.Function == function).Select(route => $"{route.Method} {route.Path}").Order(),
            handled.Order());
    }

    [Fact]
    public void Every_route_of_the_manifest_belongs_to_a_function_that_is_tested_here()
    {
        Assert.Equal(["ProcessWorkout", "QueryWorkouts"], Manifest.All.Select(route => route.Function).Distinct().Order());
    }
}
