namespace WorkoutLog.Local.Cli.Help;

/// <summary>What a command is for; help and reference list the commands so.</summary>
internal enum Purpose
{
    Run,
    See,
    Try,
    Deploy,
    Repair,
    House,
}
