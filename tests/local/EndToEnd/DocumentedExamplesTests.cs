using WorkoutLog.Infra.Api.Examples;
using WorkoutLog.Local.Examples;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Every example of the published document, sent to an API whose tables are empty.</summary>
public sealed class DocumentedExamplesTests(UpFixture fixture) : IClassFixture<UpFixture>
{
    [Fact]
    public async Task The_API_answers_each_example_as_documented()
    {
        var story = new ExampleStory();
        var differences = new List<string>();

        foreach (var example in ApiExamples.All)
        {
            var answer = await fixture.Api.SendAsync(Signed(story.CallOf(example)));
            differences.AddRange(story.Compare(example, new StoryAnswer(answer.Status, answer.Headers, answer.Text)).Select(difference => $"{example.Route.Name}, {example.Name}: {difference}"));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static Call Signed(StoryCall call) => new(call.Method, call.Path)
    {
        Caller = call.Caller == ExampleCaller.Athlete ? Callers.Athlete : Callers.Service,
        Query = call.Query,
        Headers = call.Headers,
        Body = call.Body,
        ContentType = call.ContentType,
    };
}
