using WorkoutLog.Offline.ProviderSdk;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class CommandLineTests : IDisposable
{
    private readonly DemoPackage _demo = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _demo.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Prints_one_line_of_summary_or_exits_with_1_and_one_line_per_problem()
    {
        Assert.Equal(0, CommandLine.Run(Arguments(), _output, _error));
        Assert.Equal("Pulumi.Demo 1.2.3: 2 listed types, 7 files, 7 written, 0 deleted" + Environment.NewLine, _output.ToString());

        _demo.WriteList(DemoPackage.List + "\ndemo:store/bin:Bin\ndemo:store/box:Box");
        _output.GetStringBuilder().Clear();

        Assert.Equal(1, CommandLine.Run(Arguments(), _output, _error));
        Assert.Empty(_output.ToString());
        Assert.Equal(2, _error.ToString().TrimEnd().Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData]
    [InlineData("--types", "a", "--provider", "b", "--declarations", "c")]
    [InlineData("--types", "a", "--provider", "b", "--declarations", "c", "--output")]
    [InlineData("--types", "a", "--provider", "b", "--declarations", "c", "--types", "d")]
    [InlineData("--types", "a", "--provider", "b", "--declarations", "c", "--into", "d")]
    public void Exits_with_2_and_the_usage_on_invalid_options(params string[] arguments)
    {
        var code = CommandLine.Run(arguments, _output, _error);

        Assert.Equal(2, code);
        Assert.Equal(Options.Usage + Environment.NewLine, _error.ToString());
    }

    private string[] Arguments() =>
    [
        "--types", _demo.Options.Types,
        "--provider", _demo.Options.Provider,
        "--declarations", _demo.Options.Declarations,
        "--output", _demo.Options.Output,
    ];
}
