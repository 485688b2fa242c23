using System.Globalization;

namespace WorkoutLog.Infra.Settings.Declaration;

public abstract partial record Setting
{
    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    /// <param name="whyNot">The reason for a bound, appended to the error; null for none.</param>
    public static Setting<int> WholeNumber(
        string key, int defaultValue, int min, int max, string unit, string description, Func<int, string?>? whyNot = null)
    {
        var allowed = $"a whole number from {Text(min)} to {Text(max)} ({unit})";
        return Scalar(key, "integer", defaultValue, Text(defaultValue), allowed, description, text => WholeNumber(text.Text) switch
        {
            { } value when value >= min && value <= max => Reading.Of(value),
            { } value when whyNot?.Invoke(value) is { } reason => text.Refuse<int>($"{allowed}, {reason}"),
            _ => text.Refuse<int>(allowed),
        });
    }

    /// <summary>A whole number from a list, for limits that AWS does not offer as a range.</summary>
    public static Setting<int> OneOf(string key, int defaultValue, int[] values, string unit, string description)
    {
        var allowed = $"one of {string.Join(", ", values.Select(value => Text(value)))} ({unit})";
        return Scalar(key, "integer", defaultValue, Text(defaultValue), allowed, description, text =>
            WholeNumber(text.Text) is { } value && values.Contains(value) ? Reading.Of(value) : text.Refuse<int>(allowed));
    }

    /// <summary>A whole number, or a word for none. Its type in Pulumi.yaml is string.</summary>
    public static Setting<int?> WholeNumberOr(string word, string key, int min, int max, string unit, string description)
    {
        var allowed = $"a whole number from {Text(min)} to {Text(max)} ({unit}), or {word}";
        return Scalar<int?>(key, "string", null, word, allowed, description, text => WholeNumber(text.Text) switch
        {
            _ when text.Text == word => Reading.Of<int?>(null),
            { } value when value >= min && value <= max => Reading.Of<int?>(value),
            _ => text.Refuse<int?>(allowed),
        });
    }

    /// <summary>A number above 0, with or without a fraction. Its type in Pulumi.yaml is string.</summary>
    public static Setting<double> PositiveNumber(string key, double defaultValue, double max, string unit, string description)
    {
        var allowed = $"a number above 0, up to {Text(max)} ({unit})";
        return Scalar(key, "string", defaultValue, Text(defaultValue), allowed, description, text =>
            double.TryParse(text.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= max
                ? Reading.Of(value)
                : text.Refuse<double>(allowed));
    }

    private static int? WholeNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
