using System.CommandLine;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli.Help;

/// <summary>What every command says of itself.</summary>
public sealed class CommandTextTests
{
    public static TheoryData<string> Paths => CommandTree.Paths;

    [Theory, MemberData(nameof(Paths))]
    public void Has_examples_of_itself_that_are_understood(string path)
    {
        var examples = CommandTree.TextOf(path).Examples;

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.StartsWith($"{path} ", $"{example.Arguments} ", StringComparison.Ordinal));
        Assert.All(examples, example => Assert.Empty(WorkoutCommand.Create().Parse(example.Arguments).Errors.Select(error => error.Message)));
    }

    [Theory, MemberData(nameof(Paths))]
    public void Has_a_summary_of_one_line_and_options_that_say_what_they_are(string path)
    {
        Assert.Matches(@"^[A-Z][^\n]*[^.\n]$", CommandTree.TextOf(path).Summary);
        Assert.All(CommandTree.Find(path).Options, option => Assert.Matches("^[A-Z]", option.Description ?? ""));
    }

    [Fact]
    public void Tells_what_each_exit_code_means()
    {
        var text = new CommandText(Purpose.See, "Looks", new Example("./workout look", "")) { Good = "all well", NotGood = "something is wrong" };

        Assert.Equal(
            [(0, "all well"), (1, "something is wrong"), (2, "not done: wrong command line, settings, machine or registry"), (130, "stopped by Ctrl-C")],
            text.ExitCodes);
        Assert.Equal(
            [(0, "all well, or stopped by Ctrl-C"), (1, "something is wrong"), (2, "not done: wrong command line, settings, machine or registry")],
            (text with { OnCtrlC = ExitCode.Good }).ExitCodes);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Ends_with_examples_and_exit_codes(string path)
    {
        var (exitCode, output) = Run($"{path} --help");

        var text = CommandTree.TextOf(path);
        var examples = string.Concat(text.Examples.Select(example => $"  {example.Line}\n      {example.Says}\n"));
        var codes = string.Concat(text.ExitCodes.Select(code => $"  {code.Code,3}  {code.Means}\n"));
        Assert.Equal(ExitCode.Good, exitCode);
        Assert.EndsWith($"Examples:\n{examples}\nExit codes:\n{codes}", output, StringComparison.Ordinal);
    }

    [Theory, InlineData("cost"), InlineData("bench growth")]
    public void Is_the_same_by_the_command_help(string path) => Assert.Equal(Run($"{path} --help"), Run($"help {path}"));

    [Fact]
    public void Of_a_command_that_is_none_is_refused() => Assert.Equal(
        "There is no command \"bench nothing\"; ./workout help lists them.", Assert.Single(WorkoutCommand.Create().Parse("help bench nothing").Errors).Message);

    private static (int ExitCode, string Output) Run(string line)
    {
        using var output = new StringWriter();
        var exitCode = WorkoutCommand.Create().Parse(line).Invoke(new InvocationConfiguration { Output = output });
        return (exitCode, output.ToString());
    }
}
