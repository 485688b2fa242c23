namespace WorkoutLog.Local.Cli.Help;

/// <summary>Help text of a command, without its options.</summary>
/// <param name="Summary">One line, without a full stop.</param>
/// <param name="Examples">At least one.</param>
internal sealed record CommandText(Purpose Purpose, string Summary, params IReadOnlyList<Example> Examples)
{
    /// <summary>Further notes, in full sentences.</summary>
    public string? Notes { get; init; }

    /// <summary>Meaning of exit code 0.</summary>
    public string Success { get; init; } = "success";

    /// <summary>Meaning of exit code 1; null if the command never returns it.</summary>
    public string? Failure { get; init; }

    public int OnCtrlC { get; init; } = ExitCode.Interrupted;

    public IEnumerable<(int Code, string Meaning)> ExitCodes
    {
        get
        {
            yield return (ExitCode.Success, OnCtrlC == ExitCode.Success ? $"{Success}, or stopped by Ctrl-C" : Success);
            if (Failure is not null)
            {
                yield return (ExitCode.Failure, Failure);
            }

            yield return (ExitCode.Error, "could not run: invalid command line or settings, or a problem with the machine or the package registry");
            if (OnCtrlC != ExitCode.Success)
            {
                yield return (OnCtrlC, "stopped by Ctrl-C");
            }
        }
    }
}

/// <summary>The group under which help and reference list a command.</summary>
internal enum Purpose
{
    Run,
    Inspect,
    Test,
    Deploy,
    Data,
    Repair,
    Setup,
}

/// <param name="Line">As it is typed: <c>./workout cost --stack dev --logs-per-day 3000</c>.</param>
internal sealed record Example(string Line, string Description)
{
    public const string Script = "./workout ";

    /// <summary>The line without the script's name.</summary>
    public string Arguments => Line[Script.Length..];
}

/// <summary>A command with a help text.</summary>
internal class DocumentedCommand(string name, CommandText text) : Command(name, text.Summary)
{
    public CommandText Text { get; } = text;
}
