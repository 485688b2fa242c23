namespace WorkoutLog.Local.Cli;

/// <summary>
/// Output for people: coloured and as wide as the terminal; in a file or a pipe plain, unbroken and without blanks at the end of a
/// line. With NO_COLOR it is plain in a terminal too.
/// </summary>
internal static class People
{
    private const int Unbroken = 10_000;
    private const string NoColour = "NO_COLOR";

    /// <param name="output"><see cref="Console.Out"/> or <see cref="Console.Error"/>.</param>
    public static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var file = ReferenceEquals(output, Console.Error) ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        return file ? Plain(output, Unbroken)
            : Environment.GetEnvironmentVariable(NoColour) is { Length: > 0 } ? Plain(output, Console.WindowWidth)
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
    }

    /// <param name="width">In characters.</param>
    internal static IAnsiConsole Plain(TextWriter output, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new PlainWriter(output)),
        });
        console.Profile.Width = width;
        return console;
    }
}

/// <summary>Drops the blanks at the end of each line, with which tables and grids fill their last column.</summary>
internal sealed class PlainWriter(TextWriter output) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value is not ('\n' or '\r'))
        {
            output.Write(new string(' ', _blanks));
        }

        _blanks = 0;
        output.Write(value);
    }

    public override void Flush() => output.Flush();
}
