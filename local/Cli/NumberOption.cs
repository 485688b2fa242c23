using System.CommandLine.Parsing;
using System.Numerics;

namespace WorkoutLog.Local.Cli;

/// <summary>An option that is a number within bounds. It says itself what is wrong, so that all options are told of at once.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string description, T usual, T least, T most)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            CustomParser = result => Parse(result, name, least, most),
        };

    public static Option<T> Required<T>(string name, string description, T least, T most)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            Required = true,
            CustomParser = result => Parse(result, name, least, most),
        };

    public static Option<T?> Optional<T>(string name, string description, T least, T most)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            CustomParser = result => Parse(result, name, least, most),
        };

    private static T Parse<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>
    {
        var text = result.Tokens.Single().Value;
        // NaN is neither below nor above anything.
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        var kind = T.One / (T.One + T.One) == T.Zero ? "a whole number" : "a number";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be {kind} from {least:#,0.##} to {most:#,0.##}; received \"{text}\"."));
        return default;
    }
}
