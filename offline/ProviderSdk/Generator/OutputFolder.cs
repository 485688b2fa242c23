namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>The folder that contains only the emitted files.</summary>
public static class OutputFolder
{
    /// <summary>
    /// Makes the folder contain exactly these files. Unchanged files are not touched, so that they don't trigger a rebuild.
    /// </summary>
    /// <param name="folder">Created if missing.</param>
    /// <param name="files">Path below the folder, with forward slashes, to text.</param>
    /// <returns>The number of files written, and of stale files deleted.</returns>
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
