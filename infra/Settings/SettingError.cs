using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Naming;

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

    /// <summary>All that is wrong with the configuration of a stack, for people.</summary>
    public static string Report(string project, string stack, IEnumerable<SettingError> errors) => $"""
        The configuration of stack {stack} is not valid; nothing was registered.
        {string.Join(Environment.NewLine, [.. new StackNames(project, stack).Refusal is { } name ? [name] : ImmutableArray<string>.Empty, .. errors.Select(error => error.Describe(project, stack))])}
        """;

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

/// <summary>One change of a stack's configuration.</summary>
/// <param name="Key">A key without the project's namespace, or with another one; <c>key[2]</c> is an element of a list.</param>
/// <param name="Value">The new text; null removes the key or the element.</param>
public sealed partial record ConfigChange(string Key, string? Value)
{
    /// <summary>The command that makes the change, ready to paste into a POSIX shell.</summary>
    public string Command(string project, string stack)
    {
        var key = QualifiedKey(project, Key);
        // Pulumi stores a whole list that is given on the command line as one text, which it then refuses as a list.
        var target = Key.Contains('[', StringComparison.Ordinal) ? $"--path '{key}'" : Quoted(key);
        return Value is null
            ? $"pulumi config rm {target} --stack {stack}"
            : $"pulumi config set {target} {Quoted(Value)} --stack {stack}";
    }

    /// <summary>The key as Pulumi knows it: <c>workout-log:capacity</c>, <c>aws:region</c>.</summary>
    public static string QualifiedKey(string project, string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";

    private static string Quoted(string text) =>
        SafeWord().IsMatch(text) ? text : $"'{text.Replace("'", """'\''""", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_.:/=+@][A-Za-z0-9_.:/=+@-]*\z")]
    private static partial Regex SafeWord();
}
