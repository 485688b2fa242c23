using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>Cross-origin access to the API in a real browser, which sends preflight requests itself.</summary>
[Collection(ConsoleRunGroup.Name)]
public sealed class CrossOriginTests(ConsoleRun run)
{
    private const string Send = """
        async ({ url, method, headers, body }) => {
            try {
                const answer = await fetch(url, { method, headers, body });
                return `${answer.status} ${answer.headers.get('ETag')} ${answer.headers.get('Location') !== null} ${answer.headers.get('x-amz-apigw-id')}`;
            } catch (error) {
                return error.name;
            }
        }
        """;

    [Theory, InlineData(0), InlineData(1)]
    public async Task A_page_of_an_allowed_origin_logs_reads_and_deletes_with_signed_requests(int origin)
    {
        var page = await run.OpenOriginAsync(origin);
        var user = $"page-{origin}";

        // Only exposed headers can be read.
        Assert.Equal("201 \"1\" true null", await SendAsync(page, "POST", "/workouts", $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":30}"""));
        var id = (await run.Api.GetAsync($"/workouts/{user}")).Json["items"]![0]!["workoutId"]!.ToString();
        Assert.Equal("200 \"1\" false null", await SendAsync(page, "GET", $"/workouts/{user}/{id}"));
        Assert.Equal("204 null false null", await SendAsync(page, "DELETE", $"/workouts/{user}/{id}"));
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_reads_the_gateway_s_own_refusals() => Assert.Equal(
        "403 null false null", await SendAsync(await run.OpenOriginAsync(1), "GET", "/stats/refused", caller: Callers.WrongSecret));

    [Fact]
    public async Task A_page_of_another_origin_can_neither_send_nor_read()
    {
        var page = await run.OpenOriginAsync(2);

        Assert.Equal("TypeError", await SendAsync(page, "POST", "/workouts", """{"userId":"stranger-page","workoutType":"RUN","durationMinutes":30}"""));
        Assert.Equal("TypeError", await SendAsync(page, "GET", "/stats/stranger-page"));
        Assert.Empty((await run.Api.GetAsync("/workouts/stranger-page")).Json["items"]!.AsArray());
    }

    private async Task<string> SendAsync(IPage page, string method, string path, string? body = null, AwsSdkSigner? caller = null)
    {
        using var request = (caller ?? Callers.Service).Sign(new HttpMethod(method), run.Url, path, body is null ? null : Encoding.UTF8.GetBytes(body));
        var headers = request.Headers.Where(header => header.Key is not ("Host" or "User-Agent"))
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value));
        if (body is not null)
        {
            headers["Content-Type"] = "application/json";
        }

        return await page.EvaluateAsync<string>(Send, new { url = new Uri(run.Url, path).ToString(), method, headers, body });
    }
}
