using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Lambda.Core;

namespace WorkoutLog.Offline.Tests.Lambda;

public sealed partial class LoggingTests : RuntimeTests
{
    /// <summary>A handler's log calls, and the resulting lines.</summary>
    public static TheoryData<Action<ILambdaLogger>, string> Written => new()
    {
        { logger => logger.LogLine("hello"), "<time>\tid-1\tinfo\thello\n" },
        { logger => logger.Log(LogLevel.Information, "hello"), "<time>\tid-1\tinfo\thello\n" },
        { logger => logger.Log(LogLevel.Warning, "hello"), "<time>\tid-1\twarn\thello\n" },
        { logger => logger.Log(LogLevel.Error, "hello"), "<time>\tid-1\tfail\thello\n" },
        { logger => logger.Log(LogLevel.Critical, "hello"), "<time>\tid-1\tcrit\thello\n" },
        { logger => logger.LogInformation("{Count} of {Total:0.0}, {Missing}", 3, 4.25m), "<time>\tid-1\tinfo\t3 of 4.3, {Missing}\n" },
        { logger => logger.LogInformation("{1} before {0}", "b", "a"), "<time>\tid-1\tinfo\ta before b\n" },
        // Text without a line end is written unchanged.
        { logger => logger.Log("{\"_aws\":{}}\n"), "{\"_aws\":{}}\n" },
        { _ => Console.WriteLine("hello"), "<time>\tid-1\tinfo\thello\n" },
        { _ => Console.WriteLine(42), "<time>\tid-1\tinfo\t42\n" },
        { _ => Console.WriteLine("{0}!", "bye"), "<time>\tid-1\tinfo\tbye!\n" },
        { logger => logger.LogError(new FormatException("bad"), "while reading"), "<time>\tid-1\tfail\twhile reading\nSystem.FormatException: bad\n" },
    };

    [Theory, MemberData(nameof(Written))]
    public async Task Writes_lines_with_time_request_id_and_level(Action<ILambdaLogger> log, string expected)
    {
        using var state = new ProcessState();

        await LogAsync(log);

        Assert.Equal(expected, Time().Replace(state.Written, "<time>"));
    }

    [Fact]
    public async Task Drops_messages_below_the_minimum_level()
    {
        using var state = new ProcessState(("AWS_LAMBDA_HANDLER_LOG_LEVEL", "Warning"));

        await LogAsync(logger =>
        {
            logger.LogInformation("no");
            logger.LogDebug("no");
            logger.LogWarning("yes");
        });

        Assert.Equal("<time>\tid-1\twarn\tyes\n", Time().Replace(state.Written, "<time>"));
    }

    [Fact]
    public async Task Logs_an_exception_of_the_handler()
    {
        using var state = new ProcessState();

        await LogAsync(_ => throw new FormatException("bad"));

        Assert.StartsWith("<time>\tid-1\tfail\tSystem.FormatException: bad\n", Time().Replace(state.Written, "<time>"), StringComparison.Ordinal);
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
        Assert.Equal(
            ("Warning", "id-1", "3 of tea, True", "System.FormatException"),
            (Text(line, "level"), Text(line, "requestId"), Text(line, "message"), Text(line, "errorType")));
        Assert.Equal((3, true), (line.GetProperty("Count").GetInt32(), line.GetProperty("Ok").GetBoolean()));
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

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?=\t)", RegexOptions.Multiline)]
    private static partial Regex Time();
}
