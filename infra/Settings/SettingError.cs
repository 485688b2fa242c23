using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Settings;

/// <summary>One error in a stack's configuration.</summary>
/// <param name="Key">The key without the project's namespace; <c>key[2]</c> is an element of a list.</param>
/// <param name="Received">The value as it was written; null when there is none.</param>
/// <param name="Allowed">The constraint on the value; follows "must be".</param>
/// <param name="Fix">Changes that make the configuration valid, with examples for values that only people know.</param>
public sealed record SettingError(string Key, string? Received, string Allowed, ImmutableArray<ConfigChange> Fix)
{
    public SettingError(string key, string? received, string allowed, ConfigChange fix)
        : this(key, received, allowed, [fix])
    {
    }

    /// <summary>Replaces the sentence on the value, for an error in the key; null for an error in the value.</summary>
    public string? Problem { get; init; }

    /// <summary>All errors in the configuration of a stack, for people.</summary>
    public static string Report(string project, string stack, IEnumerable<SettingError> errors) => $"""
        The configuration of stack {stack} is not valid; nothing was registered.
        {string.Join(Environment.NewLine, [.. new StackNames(project, stack).Refusal is { } name ? [name] : ImmutableArray<string>.Empty, .. errors.Select(error => error.Describe(project, stack))])}
        """;

    /// <summary>The error on the first line, then the commands that fix it, one per line.</summary>
    public string Describe(string project, string stack)
    {
        var problem = Problem ?? $"must be {Allowed}; {(Received is null ? "it is not set" : $"got \"{Received}\"")}.";
        return string.Join(
            Environment.NewLine,
            Fix.Select(change => $"    Fix: {change.Command(project, stack)}")
                .Prepend($"  {ConfigChange.QualifiedKey(project, Key)} {problem}"));
    }
}

/// <summary>One change to a stack's configuration.</summary>
/// <param name="Key">A key without the project's namespace, or with another one; <c>key[2]</c> is an element of a list.</param>
/// <param name="Value">The new text; null removes the key or the element.</param>
public sealed partial record ConfigChange(string Key, string? Value)
{
    /// <summary>The command that makes the change, ready to paste into a POSIX shell.</summary>
    public string Command(string project, string stack)
    {
        var key = QualifiedKey(project, Key);
        // Pulumi stores a list given on the command line as one string, which it then rejects as a list.
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
