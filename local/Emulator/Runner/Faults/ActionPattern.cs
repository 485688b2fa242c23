using System.IO.Enumeration;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>Names calls: <c>dynamodb:PutItem</c>, with <c>*</c> for any characters. Case counts as little as in IAM.</summary>
public sealed record ActionPattern(string Text)
{
    public bool Matches(string action) =>
        // A backslash would escape; no action has one.
        !Text.Contains('\\', StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(Text, action, ignoreCase: true);
}
