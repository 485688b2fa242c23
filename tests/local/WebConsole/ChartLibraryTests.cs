using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.WebConsole;

public sealed class ChartLibraryTests
{
    private readonly List<string> _said = [];

    [Fact]
    public async Task Serves_the_library_as_it_is_published()
    {
        var folder = Directory.CreateTempSubdirectory("workout-test-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "echarts.esm.min.mjs"), "export {}");
        await using var library = new ChartLibrary(_ => Task.FromResult(folder.FullName), _said.Add);

        var answer = await library.AnswerAsync(CancellationToken.None);

        Assert.Equal((200, "text/javascript; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal("export {}"u8.ToArray(), answer.Body.ToArray());
        Assert.Empty(_said);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Says_once_and_to_each_who_asks_why_it_is_missing()
    {
        await using var library = new ChartLibrary(_ => throw new UserErrorException("npm is missing."), _said.Add);

        var answers = new[] { await library.AnswerAsync(CancellationToken.None), await library.AnswerAsync(CancellationToken.None) };

        Assert.All(answers, answer => Assert.Equal(404, answer.Status));
        Assert.Equal(["The console has no charts: npm is missing."], _said);
    }

    [Fact]
    public async Task Stops_the_fetch_with_the_run()
    {
        var library = new ChartLibrary(
            async cancellation =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return "";
            },
            _said.Add);

        await library.DisposeAsync();

        Assert.Empty(_said);
    }
}
