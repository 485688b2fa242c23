namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>The folder that holds the emitted files and nothing else.</summary>
public static class OutputFolder
{
    /// <summary>
    /// Makes the folder hold exactly these files; one whose text is the same is not touched, so that nothing is rebuilt for it.
    /// </summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="files">From path below the folder, with forward slashes, to text.</param>
    /// <returns>How many files were written and how many stale ones deleted.</returns>
    public static (int Written, int Deleted) Synchronize(string folder, IReadOnlyDictionary<string, string> files)
    {
        var wanted = files.ToDictionary(file => Path.GetFullPath(Path.Combine([folder, .. file.Key.Split('/')])), file => file.Value);
        Directory.CreateDirectory(folder);
        var stale = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !wanted.ContainsKey(Path.GetFullPath(file)))
            .ToList();
        stale.ForEach(File.Delete);

        var written = 0;
        foreach (var (path, text) in wanted)
        {
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
                written++;
            }
        }

        return (written, stale.Count);
    }
}
