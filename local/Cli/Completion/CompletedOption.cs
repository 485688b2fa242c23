using System.CommandLine;
using System.CommandLine.Completions;

namespace WorkoutLog.Local.Cli.Completion;

/// <summary>What a shell needs to know of an option.</summary>
/// <param name="Names">The long one first.</param>
/// <param name="Choices">Values that it may have; empty where they are not counted.</param>
internal sealed record CompletedOption(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Choices)
{
    /// <summary>Its values are the stacks that are there when somebody asks.</summary>
    public bool IsStack => Names[0] == StackOption.Name;

    public static CompletedOption Of(Option option) => new(
        [option.Name, .. option.Aliases.Order(StringComparer.Ordinal)],
        option.Description ?? "",
        option.Arity.MinimumNumberOfValues > 0,
        option.Arity.MinimumNumberOfValues > 0 ? [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : []);
}
