using System.Net;
using System.Text.Json.Nodes;
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
    public async Task Answers_with_a_content_type_and_lets_nothing_from_elsewhere_in(string path, HttpStatusCode status, string contentType)
    {
        using var answer = await site.Http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            ["default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"],
            answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Serves_each_file_that_its_pages_and_modules_name()
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { "index.html", "runbook.html" };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var name))
        {
            var text = await site.Http.GetStringAsync($"/_console/assets/{name}");
            foreach (var other in ConsoleAssets.Names.Where(other => text.Contains($"/{other}'", StringComparison.Ordinal) || text.Contains($"/{other}\"", StringComparison.Ordinal)))
            {
                if (found.Add(other))
                {
                    open.Enqueue(other);
                }
            }
        }

        Assert.Equal(ConsoleAssets.Names.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Says_why_there_are_no_charts()
    {
        using var answer = await site.Http.GetAsync("/_console/assets/echarts.mjs");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("echarts is missing.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Says_which_setting_gives_a_dashboard()
    {
        var stack = JsonNode.Parse(await site.Http.GetStringAsync("/_console/data/stack"))!;

        Assert.Equal(
            "This stack has no dashboard. “workout-log:dashboard: true” in Pulumi.dev.yaml gives it one.",
            stack["notes"]![0]!.GetValue<string>());
        Assert.Empty(stack["widgets"]!.AsArray());
    }

    [Fact]
    public async Task Shows_the_inputs_of_a_resource()
    {
        var table = ConsoleSite.Graph.Resources.Single(resource => resource.Type == "aws:dynamodb/table:Table");

        var found = JsonNode.Parse(await site.Http.GetStringAsync($"/_console/data/resource?urn={Uri.EscapeDataString(table.Urn)}"))!;

        Assert.Equal("userId", found["inputs"]!["hashKey"]!.GetValue<string>());
    }

    [Fact]
    public async Task Renders_a_runbook_as_a_page()
    {
        var html = await site.Http.GetStringAsync("/_console/runbooks/api-server-errors");

        Assert.Contains("<title>The API &lt;fails&gt; – runbook</title>", html, StringComparison.Ordinal);
        Assert.Contains("<p>What to do.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_reading()
    {
        using var answer = await site.Http.PostAsync("/_console", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("rebound.example.com", HttpStatusCode.MisdirectedRequest)]
    public async Task Is_not_for_pages_that_give_this_machine_another_name(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_console") { Headers = { Host = host } };

        using var answer = await site.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }
}
