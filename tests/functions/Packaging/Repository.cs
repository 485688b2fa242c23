namespace WorkoutLog.Functions.Tests.Packaging;

internal static class Repository
{
    /// <summary>The folder that this test was built from.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Pulumi.yaml")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
