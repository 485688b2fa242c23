using System.CommandLine;
using WorkoutLog.Local.Cli;

namespace WorkoutLog.Local.Tests.Cli;

public sealed class NumberOptionTests
{
    private readonly Option<int> _count = NumberOption.Create("--count", "How many", 7, 1, 10_000);
    private readonly Option<double> _rate = NumberOption.Create("--rate", "How often", 0.5, 0, 1);
    private readonly Option<long?> _users = NumberOption.Optional("--users", "Who", 1L, 10);

    [Fact]
    public void Left_out_it_has_its_usual_value()
    {
        var result = Parse();

        Assert.Equal((7, 0.5, null), (result.GetValue(_count), result.GetValue(_rate), result.GetValue(_users)));
    }

    [Fact]
    public void Takes_both_bounds()
    {
        var result = Parse("--count", "10000", "--rate", "0", "--users", "1");

        Assert.Equal((10_000, 0, 1), (result.GetValue(_count), result.GetValue(_rate), result.GetValue(_users)));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once() => Assert.Equal(
        [
            "--count must be a whole number from 1 to 10,000; received \"1.5\".",
            "--rate must be a number from 0 to 1; received \"NaN\".",
            "--users must be a whole number from 1 to 10; received \"many\".",
        ],
        Parse("--count", "1.5", "--rate", "NaN", "--users", "many").Errors.Select(error => error.Message));

    [Theory]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("99999999999999999999")]
    public void Refuses_what_is_out_of_bounds(string value) =>
        Assert.Equal($"--count must be a whole number from 1 to 10,000; received \"{value}\".", Assert.Single(Parse("--count", value).Errors).Message);

    private ParseResult Parse(params string[] args) => new RootCommand { _count, _rate, _users }.Parse(args);
}
