using WorkoutLog.Local;

namespace WorkoutLog.Tests;

/// <summary>A file of the repository that is made from the code. With UPDATE_SNAPSHOTS=1 it is written, otherwise compared.</summary>
internal static class CommittedFile
{
    public static bool IsToBeWritten => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <param name="path">From the root of the repository.</param>
    /// <param name="make">What the file must hold, given what it holds; that is empty for a file that is not there.</param>
    public static void Holds(string path, Func<string, string> make)
    {
        var file = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, path);
        var actual = File.Exists(file) ? File.ReadAllText(file) : "";
        var expected = make(actual);
        if (IsToBeWritten)
        {
            File.WriteAllText(file, expected);
            return;
        }

        Assert.Equal(expected, actual);
    }

    /// <summary>A part of a document that is made from the code, between marks.</summary>
    /// <param name="path">From the root of the repository.</param>
    /// <param name="section">Names the marks <c>&lt;!-- begin: section --&gt;</c> and <c>&lt;!-- end: section --&gt;</c>, which the document has.</param>
    public static void HoldsSection(string path, string section, string content) => Holds(path, text =>
    {
        var begin = $"<!-- begin: {section} -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf($"<!-- end: {section} -->", StringComparison.Ordinal);
        Assert.True(from >= 0 && to > from, $"{path} has no section '{section}'.");
        return $"{text[..(from + begin.Length)]}\n{content.ReplaceLineEndings("\n").Trim('\n')}\n{text[to..]}";
    });
}
