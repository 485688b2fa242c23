using System.Globalization;

namespace WorkoutLog.Local.Restore;

/// <summary>What is to be restored.</summary>
/// <param name="All">Every table of the stack.</param>
/// <param name="Tables">Those that are restored.</param>
internal sealed record RestoreRequest(
    string Stack, string Region, RestoreSource Source, DateTimeOffset At, IReadOnlyList<DeclaredTable> All, IReadOnlyList<DeclaredTable> Tables)
{
    /// <summary>Ends the names of the restored tables.</summary>
    public string Suffix => At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public bool Restores(DeclaredTable table) => Tables.Contains(table);
}
