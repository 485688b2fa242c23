using Manifest = WorkoutLog.Infra.Api.Routes;
using ProcessRoutes = WorkoutLog.ProcessWorkout.Routes;
using QueryRoutes = WorkoutLog.QueryWorkouts.Routes;

namespace WorkoutLog.Functions.Tests;

public class RouteManifestTests
{
    [Fact]
    public void The_functions_handle_exactly_the_routes_of_the_manifest()
    {
        string[] handled =
        [
            .. ProcessRoutes.All.Select(route => $"ProcessWorkout {route.Method} {route.Resource}"),
            .. QueryRoutes.All.Select(route => $"QueryWorkouts {route.Method} {route.Resource}"),
        ];

        Assert.Equal(Manifest.All.Select(route => $"{route.Function} {route.Method} {route.Path}").Order(), handled.Order());
    }
}
