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
