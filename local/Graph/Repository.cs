using WorkoutLog.Infra;

namespace WorkoutLog.Local;

/// <summary>The folder of a Pulumi program.</summary>
public sealed record Repository(string Root)
{
    private const string Marker = "Pulumi.yaml";

    public Type Stack { get; init; } = typeof(WorkoutStack);

    /// <summary>The clone that the folder is in, which is the folder itself for the repository's own program.</summary>
    public string CloneRoot { get; init; } = Root;

    /// <summary>From the root of the clone, with slashes; <c>.</c> for the repository's own program.</summary>
    public string Folder => Path.GetRelativePath(CloneRoot, Root).Replace('\\', '/');

    public string ProjectFile => Path.Combine(Root, Marker);

    /// <summary>The stacks with a <c>Pulumi.&lt;stack&gt;.yaml</c>, by name.</summary>
    public IEnumerable<string> Stacks => StacksOf(Directory.EnumerateFiles(Root).Select(file => Path.GetFileName(file)));

    public string StackFile(string stack) => Path.Combine(Root, $"Pulumi.{stack}.yaml");

    /// <param name="files">Names of the files in the folder of a program.</param>
    public static IEnumerable<string> StacksOf(IEnumerable<string> files) => files
        .Where(file => file.StartsWith("Pulumi.", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal) && file != Marker)
        .Select(file => file["Pulumi.".Length..^".yaml".Length])
        .Order(StringComparer.Ordinal);

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

/// <summary>An error that the user can fix. Only its message is shown, without a stack trace.</summary>
public sealed class UserErrorException(string message) : Exception(message);
