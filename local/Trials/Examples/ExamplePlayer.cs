namespace WorkoutLog.Local.Examples;

/// <summary>Sends every documented example, signed, to a run with empty tables.</summary>
internal static class ExamplePlayer
{
    /// <returns>A line for each difference from the documentation.</returns>
    /// <exception cref="HttpRequestException">The run does not answer.</exception>
    public static async Task<IReadOnlyList<string>> PlayAsync(Uri url, string account, string region, TimeProvider clock, CancellationToken cancellation)
    {
        using var service = Client(LocalIdentity.Service(account));
        using var athlete = Client(LocalIdentity.Athlete(account));
        var story = new ExampleStory();
        var differences = new List<string>();
        foreach (var example in ApiExamples.All)
        {
            using var request = story.RequestOf(example, url);
            using var response = await (example.Request.Caller == ExampleCaller.Athlete ? athlete : service).SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            differences.AddRange(story.Compare(example, response, text).Select(difference => $"{example.Route.Name}, {example.Name}: {difference}"));
        }

        return differences;

        HttpClient Client(LocalIdentity identity) => new(new SigningHandler(
            new RequestSigner(identity.AccessKeyId, identity.SecretAccessKey, region, "execute-api", clock),
            new SocketsHttpHandler { UseProxy = false }));
    }
}
