namespace WorkoutLog.Local.Cli;

/// <summary><c>--json</c>: the answer of a command for machines instead of people.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption(string description = "Print one line of JSON on standard output")
        : base("--json") => Description = description;

    /// <summary>Writes the form that is asked for on standard output.</summary>
    public async Task WriteAsync(ParseResult arguments, Func<string> forMachines, Action<IAnsiConsole> forPeople)
    {
        if (arguments.GetValue(this))
        {
            await Console.Out.WriteLineAsync(forMachines());
        }
        else
        {
            forPeople(People.ConsoleOn(Console.Out));
        }
    }
}
