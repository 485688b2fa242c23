namespace WorkoutLog.Local.Cli;

/// <summary>How every command ends, the script's own ones too.</summary>
internal static class ExitCode
{
    /// <summary>Done, and the answer is good.</summary>
    public const int Good = 0;

    /// <summary>Done, and the answer is not good: a difference, a violation, something missing, a test that fails.</summary>
    public const int NotGood = 1;

    /// <summary>Not done: the command line, a setting, the machine or the registry is in the way.</summary>
    public const int NotDone = 2;

    /// <summary>Stopped by Ctrl-C, as a shell sees it.</summary>
    public const int Interrupted = 130;
}
