using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Paths and methods that no route has.</summary>
[Collection(SharedRun.Name)]
public sealed class UnknownRouteTests(UpFixture fixture)
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/stats")]
    [InlineData("DELETE", "/workouts/u/w/more")]
    [InlineData("GET", "/workouts/u/export/more/and/more")]
    [InlineData("GET", "/workouts/batch/1")]
    [InlineData("PUT", "/stats/u/2024")]
    public async Task Does_not_know_a_path_that_no_route_has(string method, string path)
    {
        var answer = await fixture.Api.SendAsync(new Call(method, path) { Body = method is "POST" or "PUT" ? "{}" : null });

        answer.AssertProblem(ProblemKind.RouteNotFound);
        Assert.Null(answer.Header("Allow"));
    }

    [Theory]
    [InlineData("GET", "/workouts", "POST")]
    [InlineData("GET", "/workouts/batch", "POST")]
    [InlineData("POST", "/workouts/u", "GET")]
    [InlineData("PATCH", "/workouts/u/w", "DELETE, GET, PUT")]
    [InlineData("OPTIONS", "/workouts/u/w", "DELETE, GET, PUT")]
    [InlineData("PUT", "/workouts/u/export", "GET")]
    [InlineData("DELETE", "/stats/u", "GET")]
    public async Task Tells_which_methods_a_path_takes(string method, string path, string allow)
    {
        var answer = await fixture.Api.SendAsync(new Call(method, path) { Body = method is "GET" or "DELETE" or "OPTIONS" ? null : "{}" });

        answer.AssertProblem(ProblemKind.MethodNotAllowed);
        Assert.Equal(allow, string.Join(", ", answer.Header("Allow")!.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("application/problem+json")]
    [InlineData("text/html")]
    public async Task Answers_the_same_whatever_the_client_accepts(string accept)
    {
        var answer = await fixture.Api.SendAsync(new Call("GET", "/nowhere") { Headers = [("Accept", accept)] });

        answer.AssertProblem(ProblemKind.RouteNotFound);
    }
}
