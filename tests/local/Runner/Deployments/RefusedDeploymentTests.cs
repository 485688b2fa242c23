using System.Net.Http.Headers;
using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests.Runner.Deployments;

/// <summary>Rejected deployments, all to one run, which continues unchanged.</summary>
public sealed class RefusedDeploymentTests : IAsyncLifetime
{
    private static readonly HttpClient _http = new();

    private SampleRun? _sample;
    private SampleAnswer? _before;

    public async Task InitializeAsync()
    {
        _sample = await SampleRun.StartAsync();
        _before = await _sample.PostAsync();
    }

    public Task DisposeAsync() => _sample!.DisposeAsync().AsTask();

    [Fact]
    public async Task A_run_rejects_unsupported_changes_keeps_running_and_applies_supported_ones()
    {
        await RejectsWithAReasonAndChangesNothingAsync();
        await AcceptsGraphsOnlyWithTheTokenAsync();
        await SurvivesInvalidGraphsAsync();
        await ReturnsPublishedVersionsAndDeploysOverHttpAsync();
    }

    private async Task RejectsWithAReasonAndChangesNothingAsync()
    {
        await RefusesAsync(
            _sample!.Graph().Changed(TableType.Token, table => table.Inputs["billingMode"] = "PROVISIONED"),
            "A run can't apply this change: the table 'logs' is declared differently (billingMode). "
            + "Fix: stop ./workout up and start it again, which deletes its workouts.");
        await RefusesAsync(
            _sample.Graph().With(SampleGraph.Table() with { Name = "more" }),
            "A run can't apply this change: there is a new table 'more'. Fix: stop ./workout up and start it again, which deletes its workouts.");
        await RefusesAsync(
            _sample.Graph().Without(TableType.Token) with { Stack = "prod" },
            "A run can't apply this change: the stack is 'prod' instead of 'dev'; the table 'logs' is gone. "
            + "Fix: stop ./workout up and start it again, which deletes its workouts.");
        await RefusesAsync(
            _sample.Graph().With(SampleGraph.Resource("aws:s3/bucket:Bucket", "exports", [])),
            "A resource is of an unknown type: exports (aws:s3/bucket:Bucket). Fix: add a class for the type to local/Graph/Types.");
        await RefusesAsync(
            _sample.Graph(stable: "7"),
            $"ResourceNotFoundException: Function not found: {SampleGraph.FunctionArn}:7. The alias 'live' of 'Echo' names version 7, "
            + "but this run has published version 1 only; a run numbers its versions itself, from 1. Fix: pin one of these, or none.");
        await RefusesAsync(
            _sample.Graph().Changed(FunctionType.Token, function => function.Outputs["version"] = "3"),
            "The graph publishes version 3 of 'Echo', but the next one is 1: another deployment came first. Fix: run the command again.");
        await RefusesAsync(
            _sample.Graph().Changed(FunctionType.Token, function => function.Inputs["code"]!["archive"]!["path"] = "artifacts/functions/Gone.zip"),
            // The same content under another path is the same code, which is already unpacked.
            refusal: null);
        await RefusesAsync(
            _sample.Graph().Changed(LambdaAliasType.Token, alias => alias.Inputs["routingConfig"] = JsonNode.Parse("""{"additionalVersionWeights":{"1":0.1}}""")),
            "Alias 'Echo-live' has a weight for version 1, which is already its main version.");
        await RefusesAsync(
            _sample.Graph().Changed(RestApiType.Token, api => api.Inputs["body"] = Body("/_deployment")),
            "The API's path /_deployment covers /_deployment, which a local run reserves for deployments.");

        Assert.Equal(_before, await _sample.PostAsync());
        Assert.Equal(["1"], _sample.Run.Published.Latest.Values.Select(latest => $"{latest.Number}"));
    }

    private async Task AcceptsGraphsOnlyWithTheTokenAsync()
    {
        var graph = GraphJson.Write(_sample!.Graph(memoryMiB: 300));

        Assert.Equal((HttpStatusCode.Forbidden, "/_deployment needs the token of the run: Authorization: Bearer …"), await SendAsync(HttpMethod.Put, graph, token: null));
        Assert.Equal((HttpStatusCode.Forbidden, "/_deployment needs the token of the run: Authorization: Bearer …"), await SendAsync(HttpMethod.Get, null, "wrong"));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "/_deployment supports GET and PUT."), await SendAsync(HttpMethod.Delete, null, _sample.Run.Token));

        Assert.Equal(_before, await _sample.PostAsync());
    }

    private async Task SurvivesInvalidGraphsAsync()
    {
        const string NoGraph = "The body is not a graph: ";
        const string NotDeployed = "The graph could not be deployed: ";
        (string Body, HttpStatusCode Status, string Message)[] bodies =
        [
            ("", HttpStatusCode.BadRequest, NoGraph),
            ("{", HttpStatusCode.BadRequest, NoGraph),
            ("[]", HttpStatusCode.BadRequest, NoGraph),
            ("null", HttpStatusCode.BadRequest, NoGraph),
            ("""{"project":"workout-log","stack":"dev","outputs":{}}""", HttpStatusCode.BadRequest, NoGraph),
            ("""{"project":"workout-log","stack":"dev","resources":[null],"outputs":{}}""", HttpStatusCode.BadRequest, NoGraph),
            ("""{"project":"workout-log","stack":"dev","resources":[],"outputs":{}}""", HttpStatusCode.BadRequest, "The stack 'dev' declares no function; there is nothing to run."),
            (GraphJson.Write(_sample!.Graph().Changed(FunctionType.Token, function => function.Inputs["runtime"] = 5)), HttpStatusCode.BadRequest, "Function 'Echo' has the runtime 'none' and the handler 'bootstrap'; "),
            (GraphJson.Write(_sample.Graph().Changed(FunctionType.Token, function => function.Inputs["environment"] = JsonNode.Parse("""{"variables":{"A":5}}"""))), HttpStatusCode.InternalServerError, NotDeployed),
            (GraphJson.Write(_sample.Graph().Changed(FunctionType.Token, function => function.Inputs["code"] = 5)), HttpStatusCode.InternalServerError, NotDeployed),
        ];

        foreach (var (body, status, message) in bodies)
        {
            var answer = await SendAsync(HttpMethod.Put, body, _sample.Run.Token);

            Assert.Equal(status, answer.Status);
            Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
        }

        Assert.Equal(_before, await _sample.PostAsync());
        Assert.Equal(2, _sample.Log.Count(line => line.StartsWith("A deployment failed: ", StringComparison.Ordinal)));
    }

    private async Task ReturnsPublishedVersionsAndDeploysOverHttpAsync()
    {
        using var request = Request(HttpMethod.Get, null, _sample!.Run.Token);
        using var answer = await _http.SendAsync(request);
        var latest = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["latest"]!["Echo-1a2b3c4"]!;
        using var deployment = Request(HttpMethod.Put, GraphJson.Write(_sample.Graph(memoryMiB: 300)), _sample.Run.Token);
        using var deployed = await _http.SendAsync(deployment);

        Assert.Equal(1, latest["number"]!.GetValue<int>());
        Assert.Equal(VersionDigest.Of(_sample.Graph().OfType(FunctionType.Token).Single().Inputs), latest["digest"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, deployed.StatusCode);
        Assert.Equal(
            """{"deployment":3,"stack":"dev","versions":[{"function":"Echo","version":"2","inputs":["code","memorySize"]}],"aliases":[{"alias":"live","function":"Echo","before":"1","now":"2"}],"routes":[],"resources":[]}""",
            await deployed.Content.ReadAsStringAsync());
        Assert.Equal("2", (await _sample.PostAsync()).Version);
    }

    private async Task RefusesAsync(ResourceGraph graph, string? refusal) => Assert.Equal(
        refusal is null ? (HttpStatusCode.OK, null) : (HttpStatusCode.BadRequest, refusal), await SendAsync(HttpMethod.Put, GraphJson.Write(graph), _sample!.Run.Token));

    private async Task<(HttpStatusCode Status, string? Message)> SendAsync(HttpMethod method, string? body, string? token)
    {
        using var request = Request(method, body, token);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["message"]?.GetValue<string>());
    }

    private HttpRequestMessage Request(HttpMethod method, string? body, string? token) => new(method, new Uri(new Uri(_sample!.Run.Url), "/_deployment"))
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    private static string Body(string path)
    {
        var document = SampleGraph.Document();
        document["paths"]![path] = new JsonObject { ["get"] = SampleGraph.Operation() };
        return document.ToJsonString();
    }
}
