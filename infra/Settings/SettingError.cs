using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings;

/// <summary>One thing that is wrong with a stack's configuration.</summary>
/// <param name="Key">The key without the project's namespace; <c>key[2]</c> is an element of a list.</param>
/// <param name="Received">The value as it was written; null when there is none.</param>
/// <param name="Allowed">What a value must be.</param>
/// <param name="Mend">Changes that make the configuration valid, with examples for values that only people can know.</param>
public sealed record SettingError(string Key, string? Received, string Allowed, ImmutableArray<ConfigChange> Mend)
{
    public SettingError(string key, string? received, string allowed, ConfigChange mend)
        : this(key, received, allowed, [mend])
    {
    }

    /// <summary>What is wrong on the first line, then a command a line that mends it.</summary>
    public string Describe(string project, string stack)
    {
        var state = Received is null ? "is not set" : $"is \"{Received}\"";
        return string.Join(
            Environment.NewLine,
            Mend.Select(change => "    " + change.Command(project, stack))
                .Prepend($"  {ConfigChange.QualifiedKey(project, Key)} {state}; allowed: {Allowed}"));
    }
}
