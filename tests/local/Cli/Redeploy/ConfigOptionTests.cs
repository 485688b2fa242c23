using System.Collections.Immutable;
using System.CommandLine;
using WorkoutLog.Local.Cli.Redeploy;

namespace WorkoutLog.Local.Tests.Cli.Redeploy;

public sealed class ConfigOptionTests
{
    private static readonly Option<ImmutableArray<KeyValuePair<string, string>>> _option = ConfigOption.Create();

    [Fact]
    public void Takes_settings_however_often_and_with_whatever_value()
    {
        var line = Parse("--config", "a=1", "-c", "p:b=x=y", "--config", "c=", "--config=d=[\"e\"]");

        Assert.Empty(line.Errors);
        Assert.Equal(
            [("a", "1"), ("p:b", "x=y"), ("c", ""), ("d", "[\"e\"]")],
            line.GetValue(_option).Select(setting => (setting.Key, setting.Value)));
        Assert.Empty(Parse().GetValue(_option));
    }

    [Fact]
    public void Refuses_all_that_are_no_settings_at_once() => Assert.Equal(
        ["--config must be a setting as key=value; received \"a\".", "--config must be a setting as key=value; received \"=1\"."],
        Parse("--config", "a", "--config", "=1").Errors.Select(error => error.Message));

    private static ParseResult Parse(params string[] arguments) => new RootCommand { _option }.Parse(arguments);
}
