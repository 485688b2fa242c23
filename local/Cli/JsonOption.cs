namespace WorkoutLog.Local.Cli;

/// <summary><c>--json</c>: prints the result of a command as JSON.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption(string description = "Print one line of JSON on standard output")
        : base("--json") => Description = description;

    /// <summary>Writes the requested format to standard output.</summary>
    public async Task WriteAsync(ParseResult arguments, Func<string> toJson, Action<IAnsiConsole> writeText)
    {
        if (arguments.GetValue(this))
        {
            await Console.Out.WriteLineAsync(toJson());
        }
        else
        {
            writeText(HumanOutput.ConsoleOn(Console.Out));
        }
    }
}
