using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Lambda.Core;

namespace WorkoutLog.Offline.Tests.Lambda;

public sealed partial class LoggingTests : RuntimeTests
{
    [Fact]
    public async Task Writes_a_line_with_time_request_id_and_level()
    {
        using var state = new ProcessState();

        await LogAsync(logger => logger.LogLine("hello"));

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\tid-1\tinfo\thello\n$", state.Written);
    }

    [Theory]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "fail")]
    [InlineData(LogLevel.Critical, "crit")]
    public async Task Labels_each_level(LogLevel level, string label)
    {
        using var state = new ProcessState();

        await LogAsync(logger => logger.Log(level, "hello"));

        Assert.Equal($"<time>\tid-1\t{label}\thello\n", WithoutTime(state.Written));
    }

    [Fact]
    public async Task Drops_what_is_below_the_minimum_level()
    {
        using var state = new ProcessState(("AWS_LAMBDA_HANDLER_LOG_LEVEL", "Warning"));

        await LogAsync(logger =>
        {
            logger.LogInformation("no");
            logger.LogDebug("no");
            logger.LogWarning("yes");
        });

        Assert.Equal("<time>\tid-1\twarn\tyes\n", WithoutTime(state.Written));
    }

    [Fact]
    public async Task Fills_placeholders_in_order_or_by_number()
    {
        using var state = new ProcessState();

        await LogAsync(logger =>
        {
            logger.LogInformation("{Count} of {Total:0.0}, {Missing}", 3, 4.25m);
            logger.LogInformation("{1} before {0}", "b", "a");
        });

        Assert.Equal("<time>\tid-1\tinfo\t3 of 4.3, {Missing}\n<time>\tid-1\tinfo\ta before b\n", WithoutTime(state.Written));
    }

    [Fact]
    public async Task Writes_text_without_a_line_end_as_it_is()
    {
        using var state = new ProcessState();

        await LogAsync(logger => logger.Log("""{"_aws":{}}""" + "\n"));

        Assert.Equal("{\"_aws\":{}}\n", state.Written);
    }

    [Fact]
    public async Task Turns_console_lines_into_log_lines()
    {
        using var state = new ProcessState();

        await LogAsync(_ =>
        {
            Console.WriteLine("hello");
            Console.WriteLine(42);
            Console.WriteLine("{0}!", "bye");
        });

        Assert.Equal("<time>\tid-1\tinfo\thello\n<time>\tid-1\tinfo\t42\n<time>\tid-1\tinfo\tbye!\n", WithoutTime(state.Written));
    }

    [Fact]
    public async Task Writes_an_exception_below_its_message()
    {
        using var state = new ProcessState();

        await LogAsync(logger => logger.LogError(new FormatException("bad"), "while reading"));

        Assert.Equal("<time>\tid-1\tfail\twhile reading\nSystem.FormatException: bad\n", WithoutTime(state.Written));
    }

    [Fact]
    public async Task Logs_what_the_handler_throws()
    {
        using var state = new ProcessState();

        await LogAsync(_ => throw new FormatException("bad"));

        Assert.StartsWith("<time>\tid-1\tfail\tSystem.FormatException: bad\n", WithoutTime(state.Written), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_an_object_per_line_when_the_format_is_JSON()
    {
        using var state = new ProcessState(("AWS_LAMBDA_LOG_FORMAT", "JSON"));

        await LogAsync(logger => logger.LogWarning(new FormatException("bad"), "{Count} of {Kind}, {Ok}", 3, "tea", true));

        var line = JsonDocument.Parse(Assert.Single(state.Written.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(
            ["timestamp", "level", "requestId", "traceId", "message", "Count", "Kind", "Ok", "errorType", "errorMessage", "stackTrace"],
            line.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Warning", line.GetProperty("level").GetString());
        Assert.Equal("id-1", line.GetProperty("requestId").GetString());
        Assert.Equal("3 of tea, True", line.GetProperty("message").GetString());
        Assert.Equal(3, line.GetProperty("Count").GetInt32());
        Assert.True(line.GetProperty("Ok").GetBoolean());
        Assert.Equal("System.FormatException", line.GetProperty("errorType").GetString());
    }

    private async Task LogAsync(Action<ILambdaLogger> log)
    {
        Api.AddEvent("id-1", """{"item":"tea","count":1}""", ("Lambda-Runtime-Trace-Id", "Root=1-a-b"));
        using var bootstrap = Build((_, context) =>
        {
            log(context.Logger);
            return Task.FromResult(new Receipt("done"));
        });
        await RunAsync(bootstrap, 1);
    }

    private static string WithoutTime(string text) => Time().Replace(text, "<time>");

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?=\t)", RegexOptions.Multiline)]
    private static partial Regex Time();
}
