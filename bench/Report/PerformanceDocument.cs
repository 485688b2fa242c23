using WorkoutLog.Local;
using WorkoutLog.Local.Cli.Bench;

namespace WorkoutLog.Bench.Report;

/// <summary>The document with the bench's results.</summary>
internal static class PerformanceDocument
{
    /// <summary>Path from the repository's root.</summary>
    public const string Path = ResultOptions.Document;

    /// <inheritdoc cref="ResultsDocument.Write"/>
    public static void Write(Repository repository, string section, string content)
    {
        ResultsDocument.Write(System.IO.Path.Combine(repository.Root, Path), section, content);
        Console.Error.WriteLine($"Wrote the section '{section}' of {Path}.");
    }

    /// <summary>Absolute path of a section's chart.</summary>
    public static string Image(Repository repository, string section) => System.IO.Path.Combine(repository.Root, "docs", "images", $"{section}.svg");
}
