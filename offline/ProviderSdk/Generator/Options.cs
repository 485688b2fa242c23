namespace WorkoutLog.Offline.ProviderSdk;

/// <param name="Types">The list of types, a text file.</param>
/// <param name="Provider"><c>aws</c> or <c>aws-native</c>.</param>
/// <param name="Declarations">The folder of the unpacked npm package.</param>
/// <param name="Output">The folder for the C# files.</param>
public sealed record Options(string Types, string Provider, string Declarations, string Output)
{
    public const string Usage =
        "usage: --types <file> --provider <name> --declarations <folder of the unpacked npm package> --output <folder>";

    private static readonly string[] _names = ["--types", "--provider", "--declarations", "--output"];

    /// <summary>Null unless each option is given once, with a value.</summary>
    public static Options? TryParse(string[] arguments)
    {
        var values = arguments.Chunk(2)
            .Where(pair => pair.Length == 2 && _names.Contains(pair[0]))
            .GroupBy(pair => pair[0])
            .ToDictionary(group => group.Key, group => group.Last()[1]);
        return values.Count == _names.Length && arguments.Length == 2 * _names.Length
            ? new Options(values[_names[0]], values[_names[1]], values[_names[2]], values[_names[3]])
            : null;
    }
}
