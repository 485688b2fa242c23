namespace WorkoutLog.Local.Tests.Cli;

public sealed class CommandLineErrorsTests
{
    [Theory, Cases]
    public void Name_the_word_the_nearest_match_and_the_help(string line, string expected)
    {
        using var output = new StringWriter();

        CommandLineErrors.Write(WorkoutCommand.Create().Parse(line), "workout", output);

        var unrecognised = output.ToString().Split('\n').Where(text => !text.Contains("Required", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join('\n', unrecognised));
    }
}
