using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Runner.Api.Templates;

/// <summary>A text with <c>$context</c> variables in it; of API Gateway's template language no more is known here.</summary>
public sealed partial class ContextTemplate
{
    private const string ContextPrefix = "$context.";
    private readonly string _text;

    private ContextTemplate(string text) => _text = text;

    /// <exception cref="UserErrorException">The text holds another part of the template language, or a variable that is not known.</exception>
    internal static ContextTemplate Read(string text, FrozenSet<string> known, string place)
    {
        var other = Reference().Matches(text).Select(match => match.Value)
            .FirstOrDefault(reference => !(reference.StartsWith(ContextPrefix, StringComparison.Ordinal) && known.Contains(reference[ContextPrefix.Length..])));
        return other is null
            ? new ContextTemplate(text)
            : throw new UserErrorException(
                $"{place} of the API has a template with '{other}'; a local run fills in only "
                + $"{string.Join(", ", known.Order(StringComparer.Ordinal).Select(name => ContextPrefix + name))}.");
    }

    /// <param name="variables">Name, without <c>$context.</c>, to value.</param>
    internal string Render(IReadOnlyDictionary<string, string> variables) =>
        Reference().Replace(_text, reference => variables[reference.Value[ContextPrefix.Length..]]);

    // Directives (#if, ##) and references ($input.json('$'), ${name}, $!name), as far as a message needs them.
    [GeneratedRegex(@"\$[!{]*[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*|#(?:[A-Za-z{]+|#|\*)")]
    private static partial Regex Reference();
}
