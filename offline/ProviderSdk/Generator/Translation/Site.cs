namespace WorkoutLog.Offline.ProviderSdk.Translation;

public enum Side
{
    /// <summary>Input of a resource or function.</summary>
    Input,

    /// <summary>Output of a resource or function.</summary>
    Output,
}

/// <summary>The location of a translation in the schema.</summary>
/// <param name="Token">The listed type that led here.</param>
/// <param name="Module">The module of <paramref name="Owner"/>.</param>
/// <param name="Owner">The type with the member, by its name in hints (without <c>Args</c>).</param>
/// <param name="Member">The member's wire name; empty for the type itself.</param>
/// <param name="Side">Which of the two trees of nested types is meant.</param>
public sealed record Site(string Token, string Module, string Owner, string Member, Side Side)
{
    public Problem Problem(string received, string advice) =>
        new(Token, Member.Length == 0 ? Owner : $"{Owner}.{Member}", received, advice);
}
