namespace WorkoutLog.Local;

/// <summary>The folder that the program lives in.</summary>
public sealed record Repository(string Root)
{
    private const string Marker = "Pulumi.yaml";

    public string ProjectFile => Path.Combine(Root, Marker);

    /// <summary>Those that have a <c>Pulumi.&lt;stack&gt;.yaml</c>, by name.</summary>
    public IEnumerable<string> Stacks =>
        Directory.EnumerateFiles(Root, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal);

    public string StackFile(string stack) => Path.Combine(Root, $"Pulumi.{stack}.yaml");

    /// <summary>The nearest folder, from <paramref name="start"/> upwards, that has a <c>Pulumi.yaml</c>.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static Repository Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return new Repository(folder.FullName);
            }
        }

        throw new UserErrorException($"No {Marker} in {start} or above it. Run the command inside a clone of the repository.");
    }
}
