namespace WorkoutLog.Local.Cli.Help;

/// <summary>What help and reference say of a command beside its options.</summary>
/// <param name="Summary">One line, without a full stop.</param>
/// <param name="Examples">At least one.</param>
internal sealed record CommandText(Purpose Purpose, string Summary, params IReadOnlyList<Example> Examples)
{
    /// <summary>What else must be known; sentences.</summary>
    public string? Notes { get; init; }

    /// <summary>What exit code 0 says of the answer.</summary>
    public string Good { get; init; } = "done";

    /// <summary>What exit code 1 says of the answer; null where there is no answer that is not good.</summary>
    public string? NotGood { get; init; }

    public int OnCtrlC { get; init; } = ExitCode.Interrupted;

    public IEnumerable<(int Code, string Means)> ExitCodes
    {
        get
        {
            yield return (ExitCode.Good, OnCtrlC == ExitCode.Good ? $"{Good}, or stopped by Ctrl-C" : Good);
            if (NotGood is not null)
            {
                yield return (ExitCode.NotGood, NotGood);
            }

            yield return (ExitCode.NotDone, "not done: wrong command line, settings, machine or registry");
            if (OnCtrlC != ExitCode.Good)
            {
                yield return (OnCtrlC, "stopped by Ctrl-C");
            }
        }
    }
}

/// <summary>What a command is for; help and reference list the commands so.</summary>
internal enum Purpose
{
    Run,
    See,
    Try,
    Deploy,
    Data,
    Repair,
    House,
}

/// <param name="Line">As it is typed: <c>./workout cost --stack dev --logs-per-day 3000</c>.</param>
internal sealed record Example(string Line, string Says)
{
    public const string Script = "./workout ";

    /// <summary>What stands behind the script's name.</summary>
    public string Arguments => Line[Script.Length..];
}

/// <summary>A command that help and reference can tell about in full.</summary>
internal class DocumentedCommand(string name, CommandText text) : Command(name, text.Summary)
{
    public CommandText Text { get; } = text;
}
