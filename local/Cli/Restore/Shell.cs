namespace WorkoutLog.Local.Restore;

/// <summary>Words of a Bash command.</summary>
internal static class Shell
{
    /// <summary>A word that Bash takes as it is.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The same for a text that holds a dollar sign and no quotes.</summary>
    public static string Literal(string text) => $"\"{text.Replace("$", "\\$", StringComparison.Ordinal)}\"";

    /// <summary>The variable that holds the table in service.</summary>
    public static string Live(string table) => $"\"${table}\"";

    /// <summary>The variable that holds the restored table.</summary>
    public static string Restored(string table) => $"\"$restored_{table}\"";

    /// <summary>A command that a table restored under its own name must be spared.</summary>
    public static string UnlessSame(string table, string command) => $"[ {Restored(table)} = {Live(table)} ] || {command}";

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
