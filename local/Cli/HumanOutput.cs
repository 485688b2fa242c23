namespace WorkoutLog.Local.Cli;

/// <summary>
/// Output for people: in a terminal coloured and wrapped to its width; in a file or a pipe without colour, line wrapping and trailing
/// spaces. With NO_COLOR there is no colour in a terminal either.
/// </summary>
internal static class HumanOutput
{
    private const int Unwrapped = 10_000;
    private const string NoColour = "NO_COLOR";

    /// <param name="output"><see cref="Console.Out"/> or <see cref="Console.Error"/>.</param>
    public static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var file = ReferenceEquals(output, Console.Error) ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        return file ? Plain(output, Unwrapped)
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

/// <summary>Removes the trailing spaces with which tables and grids pad their last column.</summary>
internal sealed class PlainWriter(TextWriter output) : TextWriter
{
    private int _spaces;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _spaces++;
            return;
        }

        if (value is not ('\n' or '\r'))
        {
            output.Write(new string(' ', _spaces));
        }

        _spaces = 0;
        output.Write(value);
    }

    public override void Flush() => output.Flush();
}
