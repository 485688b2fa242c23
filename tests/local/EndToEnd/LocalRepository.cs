namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>A repository with no more than a run needs, so that a run leaves its traces there and not where people work.</summary>
internal static class LocalRepository
{
    /// <summary>Makes it in a folder that is not there yet.</summary>
    public static void Create(string folder)
    {
        var original = Repository.Find(AppContext.BaseDirectory);
        Directory.CreateDirectory(Path.Combine(folder, "artifacts"));
        foreach (var file in Directory.EnumerateFiles(original.Root, "Pulumi*.yaml"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "docs"), Path.Combine(original.Root, "docs"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "artifacts", "functions"), Path.Combine(original.Root, "artifacts", "functions"));
    }
}
