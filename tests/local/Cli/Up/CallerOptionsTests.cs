using System.CommandLine;
using System.Net;
using WorkoutLog.Local.Cli.Up;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Tests.Cli.Up;

public sealed class CallerOptionsTests
{
    private readonly CallerOptions _options = new();

    [Fact]
    public void Leave_the_caller_as_it_is_unless_told()
    {
        var options = _options.Apply(Parse(), Run());

        Assert.Equal((false, null), (options.PlainHttp, options.SourceIp));
    }

    [Fact]
    public void Say_how_calls_seem_to_come()
    {
        var options = _options.Apply(Parse("--plain-http", "--source-ip", "203.0.113.7"), Run());

        Assert.Equal((true, IPAddress.Parse("203.0.113.7")), (options.PlainHttp, options.SourceIp));
    }

    [Fact]
    public void Refuse_an_address_that_is_none() =>
        Assert.Equal(["--source-ip must be an IP address; received 'here'."], Parse("--source-ip", "here").Errors.Select(error => error.Message));

    private static LocalRunOptions Run() => new("", 0, _ => { }, TimeProvider.System);

    private ParseResult Parse(params string[] arguments) => new RootCommand { _options.PlainHttp, _options.SourceIp }.Parse(arguments);
}
