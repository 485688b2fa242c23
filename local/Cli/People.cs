using Spectre.Console;

namespace WorkoutLog.Local.Cli;

/// <summary>Output for people: coloured and as wide as the terminal; plain and unbroken in a file or a pipe.</summary>
internal static class People
{
    private const int Unbroken = 10_000;

    /// <param name="output"><see cref="Console.Out"/> or <see cref="Console.Error"/>.</param>
    public static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var plain = ReferenceEquals(output, Console.Error) ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(output),
        });
        if (plain)
        {
            console.Profile.Width = Unbroken;
        }

        return console;
    }
}
