using System.CommandLine;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Cli.Up;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>Accepted and rejected option values; all errors are reported at once.</summary>
public sealed class OptionTests
{
    private readonly Option<int> _count = NumberOption.Create("--count", "How many", 7, 1, 10_000);
    private readonly Option<double> _rate = NumberOption.Create("--rate", "How often", 0.5, 0, 1);
    private readonly Option<long?> _users = NumberOption.Optional("--users", "Who", 1L, 10);
    private readonly Option<ImmutableArray<KeyValuePair<string, string>>> _config = ConfigOption.Create();
    private readonly CallerOptions _caller = new();

    [Theory, InlineData("", 7, 0.5, null), InlineData("--count 10000 --rate 0 --users 1", 10_000, 0, 1L)]
    public void A_number_has_a_default_and_inclusive_bounds(string line, int count, double rate, long? users)
    {
        var result = Parse(line);

        Assert.Equal((count, rate, users), (result.GetValue(_count), result.GetValue(_rate), result.GetValue(_users)));
    }

    [Theory, Cases]
    public void Invalid_values_are_rejected(string line, params string[] errors) => Assert.Equal(errors, Parse(line).Errors.Select(error => error.Message));

    [Fact]
    public void A_setting_is_repeatable_with_any_value()
    {
        var line = Parse("--config a=1 -c p:b=x=y --config c= --config=d=[\"e\"]");

        Assert.Empty(line.Errors);
        Assert.Equal([("a", "1"), ("p:b", "x=y"), ("c", ""), ("d", "[\"e\"]")], line.GetValue(_config).Select(setting => (setting.Key, setting.Value)));
        Assert.Empty(Parse("").GetValue(_config));
    }

    [Theory, InlineData("", false, null), InlineData("--plain-http --source-ip 203.0.113.7", true, "203.0.113.7")]
    public void Caller_options_override_the_properties_of_calls(string line, bool plainHttp, string? sourceIp)
    {
        var options = _caller.Apply(Parse(line), new LocalRunOptions("", 0, _ => { }, TimeProvider.System));

        Assert.Equal((plainHttp, sourceIp is null ? null : IPAddress.Parse(sourceIp)), (options.PlainHttp, options.SourceIp));
    }

    [Theory, Cases]
    public void A_repair_rejects_conflicting_options(string arguments, string? error) =>
        Assert.Equal(error is null ? [] : [error], RepairCommand.Create().Parse(arguments).Errors.Select(found => found.Message));

    private ParseResult Parse(string line) => new RootCommand { _count, _rate, _users, _config, _caller.PlainHttp, _caller.SourceIp }
        .Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
