using System.CommandLine.Parsing;
using System.Numerics;

namespace WorkoutLog.Local.Cli;

/// <summary>A numeric option with bounds. It adds its own parse error, so that all invalid options are reported together.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string description, T defaultValue, T min, T max)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result => Parse(result, name, min, max),
        };

    public static Option<T> Required<T>(string name, string description, T min, T max)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            Required = true,
            CustomParser = result => Parse(result, name, min, max),
        };

    public static Option<T?> Optional<T>(string name, string description, T min, T max)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            CustomParser = result => Parse(result, name, min, max),
        };

    private static T Parse<T>(ArgumentResult result, string name, T min, T max)
        where T : struct, INumber<T>
    {
        var text = result.Tokens.Single().Value;
        // Comparisons with NaN are false.
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        var kind = T.One / (T.One + T.One) == T.Zero ? "a whole number" : "a number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be {kind} from {min:#,0.##} to {max:#,0.##}; got \"{text}\"."));
        return default;
    }
}
