using WorkoutLog.Local.Examples;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Every example of the published document, sent to an API whose tables are empty.</summary>
public sealed class DocumentedExamplesTests(UpFixture fixture) : IClassFixture<UpFixture>
{
    [Fact]
    public async Task The_API_answers_each_example_as_documented()
    {
        var differences = await ExamplePlayer.PlayAsync(fixture.Up.Url, AwsNames.Account, "us-east-1", TimeProvider.System, CancellationToken.None);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
