namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>How the wait for a process ended.</summary>
internal enum StepEnd
{
    Done,

    /// <summary>The process ended first.</summary>
    Exited,

    /// <summary>The process held more memory than is declared.</summary>
    OutOfMemory,

    /// <summary>The limit passed first.</summary>
    Late,
}
