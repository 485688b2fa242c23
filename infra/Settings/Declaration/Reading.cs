using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings.Declaration;

/// <summary>What a text of the configuration was understood as.</summary>
/// <param name="Value">Only meaningful without errors.</param>
/// <param name="Errors">Why the text is refused; more than one for a list with several bad elements.</param>
public sealed record Reading<T>(T? Value, ImmutableArray<SettingError> Errors);

public static class Reading
{
    public static Reading<T> Of<T>(T value) => new(value, []);

    public static Reading<T> Refused<T>(params ImmutableArray<SettingError> errors) => new(default, errors);
}

/// <summary>A text of the configuration, and where it is: a value, or one element of a list.</summary>
/// <param name="Example">A change to a text that is allowed.</param>
public sealed record SettingText(string Key, string Text, ConfigChange Example)
{
    /// <param name="allowed">What the text must be.</param>
    /// <param name="better">The text that was most likely meant; null without a guess.</param>
    public Reading<T> Refuse<T>(string allowed, string? better = null) =>
        Reading.Refused<T>(new SettingError(Key, Text, allowed, Example with { Value = better ?? Example.Value }));

    /// <summary>The text itself, when it is allowed.</summary>
    public Reading<string> Require(bool isAllowed, string allowed) => isAllowed ? Reading.Of(Text) : Refuse<string>(allowed);
}
