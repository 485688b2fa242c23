using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Mocks;

/// <summary>One answer of a mock integration.</summary>
/// <param name="Pattern">Regular expression over the status that the request template asks for; null takes every one.</param>
/// <param name="Status">The status that goes out.</param>
/// <param name="Bodies">In the order of the document.</param>
public sealed record MockResponse(string? Pattern, int Status, ImmutableArray<KeyValuePair<string, string>> Headers, BodyTemplates Bodies)
{
    public bool Answers(int status) =>
        Pattern is null || Regex.IsMatch($"{status}", $"^(?:{Pattern})$", RegexOptions.CultureInvariant);
}
