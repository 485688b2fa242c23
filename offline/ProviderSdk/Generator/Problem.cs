namespace WorkoutLog.Offline.ProviderSdk;

/// <summary>One thing that can't be translated.</summary>
/// <param name="Token">The listed type that led to it, such as <c>aws:dynamodb/table:Table</c>, or the file at fault.</param>
/// <param name="Member">Class and property, such as <c>TableTtl.enabled</c>; empty when the whole type is at fault.</param>
/// <param name="Received">The TypeScript text (or the line of the list) as it was read.</param>
/// <param name="Advice">How to fix it.</param>
public sealed record Problem(string Token, string Member, string Received, string Advice)
{
    public override string ToString()
    {
        var place = Member.Length == 0 ? Token : $"{Token} {Member}";
        return $"{place}: `{Received}`: {Advice}";
    }
}
