using WorkoutLog.Infra.Api;
using WorkoutLog.Local.Examples;

namespace WorkoutLog.Local.Tests.Examples;

public class ApiExampleTests
{
    [Fact]
    public void Names_are_unique_on_a_route() => Assert.Equal(
        ApiExamples.All.Length, ApiExamples.All.Select(example => $"{example.Route.Name} {example.Name}").Distinct().Count());

    [Fact]
    public void Stand_in_the_order_of_the_routes() => Assert.Equal(
        Routes.All.Select(route => route.Name), ApiExamples.All.Select(example => example.Route.Name).Distinct());

    [Fact]
    public void What_the_API_makes_up_is_shown_by_an_answer_before_a_request_says_it()
    {
        var seen = ImmutableHashSet<string>.Empty;
        foreach (var example in ApiExamples.All)
        {
            var request = example.Request;
            var sent = string.Join('\n', [$"{request.Body}", .. request.Path.Values, .. request.Query.Values, .. request.Headers.Values]);
            Assert.All(ApiExamples.Generated.Where(value => sent.Contains(value, StringComparison.Ordinal)), value => Assert.Contains(value, seen));
            seen = seen.Union(ApiExamples.Generated.Where(value => $"{example.Answer.Body}".Contains(value, StringComparison.Ordinal)));
        }

        Assert.Equal(ApiExamples.Generated.Order(), seen.Order());
    }

    [Theory]
    [InlineData("newest", "/workouts/athlete-1?limit=2")]
    [InlineData("no-such-user-id", "/workouts/athlete~1/AAZRW838RgBfHJp-K4BNNg")]
    [InlineData("import", "/workouts/batch")]
    public void Have_a_target_that_can_be_sent(string name, string target) =>
        Assert.Equal(
            target, new ExampleStory().RequestOf(ApiExamples.All.Single(example => example.Name == name), new Uri("http://localhost")).RequestUri!.PathAndQuery);

    [Fact]
    public void A_problem_says_the_status_that_it_comes_with()
    {
        var problems = ApiExamples.All.Where(example => example.Answer.MediaType == "application/problem+json");

        Assert.All(problems, example => Assert.Equal(example.Answer.Status, example.Answer.Body!["status"]!.GetValue<int>()));
    }
}
