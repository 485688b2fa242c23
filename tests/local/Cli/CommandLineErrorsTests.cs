namespace WorkoutLog.Local.Tests.Cli;

public sealed class CommandLineErrorsTests
{
    [Theory]
    [InlineData("prevew", "workout: Unrecognized command or argument 'prevew'. Did you mean preview?\nMore: ./workout --help\n")]
    [InlineData("up --prot 1", "workout: Unrecognized command or argument '--prot'. Did you mean --port?\nworkout: Unrecognized command or argument '1'.\nMore: ./workout up --help\n")]
    [InlineData("bench growht", "workout: Unrecognized command or argument 'growht'. Did you mean growth?\nMore: ./workout bench --help\n")]
    [InlineData("bench growth --second 3", "workout: Unrecognized command or argument '--second'. Did you mean --seconds?\nworkout: Unrecognized command or argument '3'.\nMore: ./workout bench growth --help\n")]
    [InlineData("cost --stack none --logs-per-day many --reads-per-day -1", "workout: There is no stack \"none\"; the stacks are dev, prod.\nworkout: --logs-per-day must be a number from 0 to 10,000,000,000; received \"many\".\nworkout: --reads-per-day must be a number from 0 to 10,000,000,000; received \"-1\".\nMore: ./workout cost --help\n")]
    [InlineData("setup everything", "workout: Unrecognized command or argument 'everything'.\nMore: ./workout setup --help\n")]
    public void Name_the_word_the_nearest_that_exists_and_where_to_read_on(string line, string expected)
    {
        using var output = new StringWriter();

        CommandLineErrors.Write(WorkoutCommand.Create().Parse(line), "workout", output);

        var unrecognised = output.ToString().Split('\n').Where(text => !text.Contains("Required", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join('\n', unrecognised));
    }
}
