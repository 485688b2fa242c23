using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings.Declaration;

/// <summary>The result of parsing a configuration value.</summary>
/// <param name="Value">Valid only without errors.</param>
/// <param name="Errors">Empty on success; several for a list with several bad elements.</param>
public sealed record Reading<T>(T? Value, ImmutableArray<SettingError> Errors);

public static class Reading
{
    public static Reading<T> Of<T>(T value) => new(value, []);

    public static Reading<T> Refused<T>(params ImmutableArray<SettingError> errors) => new(default, errors);
}

/// <summary>A configuration value, or one element of a list, with its key.</summary>
/// <param name="Example">A change to a valid value.</param>
public sealed record SettingText(string Key, string Text, ConfigChange Example)
{
    /// <param name="allowed">The constraint; follows "must be".</param>
    /// <param name="better">The text that was most likely meant; null when unknown.</param>
    public Reading<T> Refuse<T>(string allowed, string? better = null) =>
        Reading.Refused<T>(new SettingError(Key, Text, allowed, Example with { Value = better ?? Example.Value }));

    /// <summary>The text itself, when it is allowed.</summary>
    public Reading<string> Require(bool isAllowed, string allowed) => isAllowed ? Reading.Of(Text) : Refuse<string>(allowed);
}
