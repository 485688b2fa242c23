namespace WorkoutLog.Local.Restore;

/// <summary>One thing to do, and what must be known of it.</summary>
/// <param name="Why">Sentences.</param>
/// <param name="Commands">For Bash, in the shell of the steps before; empty where there is only something to decide.</param>
internal sealed record RestoreStep(string Title, IReadOnlyList<string> Why, string Commands)
{
    /// <summary>Null belongs to both ways.</summary>
    public Way? Way { get; init; }
}

/// <summary>How restored data comes back into service.</summary>
internal enum Way
{
    /// <summary>A: what is missing is put back into the table that is in service.</summary>
    CopyBack,

    /// <summary>B: the restored tables take the place of those in service.</summary>
    Replace,
}
