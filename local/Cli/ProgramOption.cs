namespace WorkoutLog.Local.Cli;

/// <summary><c>--program</c>, for commands that work on any program with these components.</summary>
internal static class ProgramOption
{
    public static Option<string?> Create() => new("--program")
    {
        Description = "Folder with another program's Pulumi.yaml, such as examples/Bookmarks; by default this repository's own",
    };

    /// <summary>The program with its files, without loading its code.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static Repository Find(string? folder)
    {
        var own = Repository.Find(Environment.CurrentDirectory);
        return folder is null ? own : OtherProgram.Find(folder, own.Root);
    }

    /// <exception cref="UserErrorException">There is none, or it can't be built.</exception>
    public static async Task<Repository> LoadAsync(string? folder, CancellationToken cancellation)
    {
        var own = Repository.Find(Environment.CurrentDirectory);
        return folder is null ? own : await OtherProgram.LoadAsync(folder, own.Root, cancellation).ConfigureAwait(false);
    }
}
