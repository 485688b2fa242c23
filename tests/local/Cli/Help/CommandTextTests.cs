using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli.Help;

/// <summary>What every command says of itself.</summary>
public sealed class CommandTextTests
{
    public static TheoryData<string> Paths => CommandTree.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public void Has_examples_of_itself_that_are_understood(string path)
    {
        var examples = CommandTree.TextOf(path).Examples;

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.StartsWith($"{path} ", $"{example.Arguments} ", StringComparison.Ordinal));
        Assert.All(examples, example => Assert.Empty(WorkoutCommand.Create().Parse(example.Arguments).Errors.Select(error => error.Message)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
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
}
