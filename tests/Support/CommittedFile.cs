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
}
