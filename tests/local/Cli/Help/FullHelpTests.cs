using System.CommandLine;
using WorkoutLog.Local.Cli;

namespace WorkoutLog.Local.Tests.Cli.Help;

public sealed class FullHelpTests
{
    public static TheoryData<string> Paths => CommandTree.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public void Ends_with_examples_and_exit_codes(string path)
    {
        var (exitCode, output) = Run($"{path} --help");

        var text = CommandTree.TextOf(path);
        var examples = string.Concat(text.Examples.Select(example => $"  {example.Line}\n      {example.Says}\n"));
        var codes = string.Concat(text.ExitCodes.Select(code => $"  {code.Code,3}  {code.Means}\n"));
        Assert.Equal(ExitCode.Good, exitCode);
        Assert.EndsWith($"Examples:\n{examples}\nExit codes:\n{codes}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("bench growth")]
    public void Is_the_same_by_the_command_help(string path) => Assert.Equal(Run($"{path} --help"), Run($"help {path}"));

    [Fact]
    public void Of_a_command_that_is_none_is_refused() => Assert.Equal(
        "There is no command \"bench nothing\"; ./workout help lists them.",
        Assert.Single(WorkoutCommand.Create().Parse("help bench nothing").Errors).Message);

    private static (int ExitCode, string Output) Run(string line)
    {
        using var output = new StringWriter();
        var exitCode = WorkoutCommand.Create().Parse(line).Invoke(new InvocationConfiguration { Output = output });
        return (exitCode, output.ToString());
    }
}
