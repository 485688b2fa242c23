using System.CommandLine;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli.Help;

/// <summary>Help texts of all commands.</summary>
public sealed class CommandTextTests
{
    public static TheoryData<string> Paths => CommandTree.Paths;

    [Theory, MemberData(nameof(Paths))]
    public void Has_examples_that_parse(string path)
    {
        var examples = CommandTree.TextOf(path).Examples;

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.StartsWith($"{path} ", $"{example.Arguments} ", StringComparison.Ordinal));
        Assert.All(examples, example => Assert.Empty(WorkoutCommand.Create().Parse(example.Arguments).Errors.Select(error => error.Message)));
    }

    [Theory, MemberData(nameof(Paths))]
    public void Has_a_one_line_summary_and_a_description_of_each_option(string path)
    {
        Assert.Matches(@"^[A-Z][^\n]*[^.\n]$", CommandTree.TextOf(path).Summary);
        Assert.All(CommandTree.Find(path).Options, option => Assert.Matches("^[A-Z]", option.Description ?? ""));
    }

    [Fact]
    public void Lists_the_meaning_of_each_exit_code()
    {
        var text = new CommandText(Purpose.Inspect, "Looks", new Example("./workout look", "")) { Success = "all well", Failure = "something is wrong" };

        Assert.Equal(
            [(0, "all well"), (1, "something is wrong"), (2, "could not run: invalid command line or settings, or a problem with the machine or the package registry"), (130, "stopped by Ctrl-C")],
            text.ExitCodes);
        Assert.Equal(
            [(0, "all well, or stopped by Ctrl-C"), (1, "something is wrong"), (2, "could not run: invalid command line or settings, or a problem with the machine or the package registry")],
            (text with { OnCtrlC = ExitCode.Success }).ExitCodes);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Ends_with_examples_and_exit_codes(string path)
    {
        var (exitCode, output) = Run($"{path} --help");

        var text = CommandTree.TextOf(path);
        var examples = string.Concat(text.Examples.Select(example => $"  {example.Line}\n      {example.Description}\n"));
        var codes = string.Concat(text.ExitCodes.Select(code => $"  {code.Code,3}  {code.Meaning}\n"));
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith($"Examples:\n{examples}\nExit codes:\n{codes}", output, StringComparison.Ordinal);
    }

    [Theory, InlineData("cost"), InlineData("bench growth")]
    public void Equals_the_output_of_the_help_command(string path) => Assert.Equal(Run($"{path} --help"), Run($"help {path}"));

    [Fact]
    public void Refuses_an_unknown_command() => Assert.Equal(
        "Unknown command \"bench nothing\". ./workout help lists all commands.", Assert.Single(WorkoutCommand.Create().Parse("help bench nothing").Errors).Message);

    private static (int ExitCode, string Output) Run(string line)
    {
        using var output = new StringWriter();
        var exitCode = WorkoutCommand.Create().Parse(line).Invoke(new InvocationConfiguration { Output = output });
        return (exitCode, output.ToString());
    }
}
