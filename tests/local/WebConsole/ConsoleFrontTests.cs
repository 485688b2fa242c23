using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.WebConsole;

public sealed class ConsoleFrontTests(ConsoleSite site) : IClassFixture<ConsoleSite>
{
    [Theory]
    [InlineData("/_console", HttpStatusCode.OK, "text/html; charset=utf-8")]
    [InlineData("/_console/", HttpStatusCode.OK, "text/html; charset=utf-8")]
    [InlineData("/_console/assets/main.mjs", HttpStatusCode.OK, "text/javascript; charset=utf-8")]
    [InlineData("/_console/assets/base.css", HttpStatusCode.OK, "text/css; charset=utf-8")]
    [InlineData("/_console/assets/icon.svg", HttpStatusCode.OK, "image/svg+xml")]
    [InlineData("/_console/data/stack", HttpStatusCode.OK, "application/json")]
    [InlineData("/_console/data/live?minutes=15", HttpStatusCode.OK, "application/json")]
    [InlineData("/_console/data/live?minutes=16", HttpStatusCode.BadRequest, "text/plain; charset=utf-8")]
    [InlineData("/_console/data/requests/none", HttpStatusCode.NotFound, "text/plain; charset=utf-8")]
    [InlineData("/_console/data/resource?urn=none", HttpStatusCode.NotFound, "text/plain; charset=utf-8")]
    [InlineData("/_console/runbooks/api-server-errors", HttpStatusCode.OK, "text/html; charset=utf-8")]
    [InlineData("/_console/runbooks/..%2F..%2Fsecret", HttpStatusCode.NotFound, "text/plain; charset=utf-8")]
    [InlineData("/_console/assets/..%2Findex.html", HttpStatusCode.NotFound, "text/plain; charset=utf-8")]
    [InlineData("/_console/elsewhere", HttpStatusCode.NotFound, "text/plain; charset=utf-8")]
    public async Task Responds_with_a_content_type_and_forbids_other_origins(string path, HttpStatusCode status, string contentType)
    {
        using var answer = await site.Http.GetAsync(path);

        Assert.Equal((status, contentType, true), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString(), answer.Headers.CacheControl!.NoStore));
        Assert.Equal("default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'", answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Serves_each_file_that_its_pages_and_modules_name()
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { "index.html", "runbook.html" };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var name))
        {
            var text = await site.Http.GetStringAsync($"/_console/assets/{name}");
            var named = ConsoleAssets.Names.Where(other => text.Contains($"/{other}'", StringComparison.Ordinal) || text.Contains($"/{other}\"", StringComparison.Ordinal));
            foreach (var other in named.Where(found.Add))
            {
                open.Enqueue(other);
            }
        }

        Assert.Equal(ConsoleAssets.Names.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Says_why_there_are_no_charts_and_which_setting_gives_a_dashboard()
    {
        using var charts = await site.Http.GetAsync("/_console/assets/echarts.mjs");
        var stack = JsonNode.Parse(await site.Http.GetStringAsync("/_console/data/stack"))!;

        Assert.Equal((HttpStatusCode.NotFound, "echarts is missing."), (charts.StatusCode, await charts.Content.ReadAsStringAsync()));
        Assert.Equal("This stack has no dashboard. To add one, set “workout-log:dashboard: true” in Pulumi.dev.yaml.", stack["notes"]![0]!.GetValue<string>());
        Assert.Empty(stack["widgets"]!.AsArray());
    }

    [Fact]
    public async Task Shows_the_inputs_of_a_resource_and_a_runbook_as_a_page()
    {
        var urn = ConsoleSite.Graph.OfType(TableType.Token).Single().Urn;
        var found = JsonNode.Parse(await site.Http.GetStringAsync($"/_console/data/resource?urn={Uri.EscapeDataString(urn)}"))!;
        var html = await site.Http.GetStringAsync("/_console/runbooks/api-server-errors");

        Assert.Equal("userId", found["inputs"]!["hashKey"]!.GetValue<string>());
        Assert.Contains("<title>The API &lt;fails&gt; – runbook</title>", html, StringComparison.Ordinal);
        Assert.Contains("<p>What to do.</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("rebound.example.com", HttpStatusCode.MisdirectedRequest)]
    public async Task Is_read_only_and_rejects_other_host_names(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_console") { Headers = { Host = host } };

        using var answer = await site.Http.SendAsync(request);
        using var post = await site.Http.PostAsync("/_console", null);

        Assert.Equal((status, HttpStatusCode.MethodNotAllowed), (answer.StatusCode, post.StatusCode));
        Assert.Equal(["GET", "HEAD"], post.Content.Headers.Allow);
    }
}

/// <summary>The console of the sample stack, without a run behind it.</summary>
public sealed class ConsoleSite : IAsyncLifetime
{
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("workout-test-");

    private LocalCloudWatch? _cloudWatch;
    private LoopbackServer? _server;

    public HttpClient Http { get; } = new();

    // The sample's role has no trust policy, which AWS would reject.
    public static ResourceGraph Graph { get; } = SampleGraph.Stack().Changed(RoleType.Token, role => role.Inputs["assumeRolePolicy"] = """{"Statement":[]}""");

    internal RequestHistory History { get; } = new(10);

    public async Task InitializeAsync()
    {
        var runbooks = Directory.CreateDirectory(Path.Combine(_repository.FullName, "docs", "runbooks")).FullName;
        await File.WriteAllTextAsync(Path.Combine(runbooks, "api-server-errors.md"), "# The API <fails>\n\nWhat to do.\n");
        _cloudWatch = LocalCloudWatch.Start(Graph, StackDescription.From(Graph), new RunEvents(), TimeProvider.System, TimeSpan.FromMinutes(1), _ => { });
        var source = new ConsoleSource(Graph, StackDescription.From(Graph), new FaultInjector(TimeProvider.System), _repository.FullName, "http://127.0.0.1:8080");
        var front = new ConsoleFront(source, _cloudWatch, History, ConsoleAnswer.Text(404, "echarts is missing."));
        _server = await LoopbackServer.StartAsync(
            0,
            context =>
            {
                if (ConsoleFront.IsMeant(context))
                {
                    return front.HandleAsync(context);
                }

                context.Response.StatusCode = (int)HttpStatusCode.MisdirectedRequest;
                return Task.CompletedTask;
            },
            _ => { },
            CancellationToken.None);
        Http.BaseAddress = _server.Url;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _server!.DisposeAsync();
        await _cloudWatch!.DisposeAsync();
        _repository.Delete(recursive: true);
    }
}
