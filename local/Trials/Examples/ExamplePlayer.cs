using WorkoutLog.Infra.Api.Examples;
using WorkoutLog.Local.Client;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Local.Examples;

/// <summary>Sends every documented example, signed, to a run whose tables are empty.</summary>
internal static class ExamplePlayer
{
    /// <returns>A line for each thing that was answered otherwise than documented.</returns>
    /// <exception cref="HttpRequestException">The run does not answer.</exception>
    public static async Task<IReadOnlyList<string>> PlayAsync(LocalRun run, TimeProvider clock, CancellationToken cancellation)
    {
        var url = new Uri(run.Url);
        var (account, region) = (run.Description.Api.Account, run.Description.Region);
        using var service = Client(LocalIdentity.Service(account), region, clock);
        using var athlete = Client(LocalIdentity.Athlete(account), region, clock);
        var story = new ExampleStory();
        var differences = new List<string>();
        foreach (var example in ApiExamples.All)
        {
            var call = story.CallOf(example);
            using var request = call.ToRequest(url);
            using var response = await (call.Caller == ExampleCaller.Athlete ? athlete : service).SendAsync(request, cancellation);
            var answer = await StoryAnswer.ReadAsync(response, cancellation);
            differences.AddRange(story.Compare(example, answer).Select(difference => $"{example.Route.Name}, {example.Name}: {difference}"));
        }

        return differences;
    }

    private static HttpClient Client(LocalIdentity identity, string region, TimeProvider clock) => new(new SigningHandler(
        new RequestSigner(identity.AccessKeyId, identity.SecretAccessKey, region, "execute-api", clock),
        new SocketsHttpHandler { UseProxy = false }));
}
