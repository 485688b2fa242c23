namespace WorkoutLog.Offline.ProviderSdk.Translation;

/// <summary>C# names for wire names, as in the real packages.</summary>
public static class CSharpName
{
    private const string ArgumentsSuffix = "Args";

    /// <summary><c>hashKey</c> to <c>HashKey</c>.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The class of a nested input; some providers' declarations carry the suffix already.</summary>
    public static string WithArgs(string name) => WithoutArgs(name) + ArgumentsSuffix;

    public static string WithoutArgs(string name) =>
        name.EndsWith(ArgumentsSuffix, StringComparison.Ordinal) ? name[..^ArgumentsSuffix.Length] : name;

    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(character => char.IsLetterOrDigit(character) || character == '_');
}
