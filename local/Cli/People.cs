using Spectre.Console;

namespace WorkoutLog.Local.Cli;

/// <summary>Standard output for people: coloured and as wide as the terminal; plain and unbroken in a file or a pipe.</summary>
internal static class People
{
    private const int Unbroken = 10_000;

    public static IAnsiConsole Console()
    {
        var plain = System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(System.Console.Out),
        });
        if (plain)
        {
            console.Profile.Width = Unbroken;
        }

        return console;
    }
}
