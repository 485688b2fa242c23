namespace WorkoutLog.Local.Cli;

/// <summary>The option of commands that work on any program of these components.</summary>
internal static class ProgramOption
{
    public static Option<string?> Create() => new("--program")
    {
        Description = "The folder of another program's Pulumi.yaml, such as examples/Bookmarks; else this repository's own",
    };

    /// <summary>The program as far as its files tell, without its code.</summary>
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
