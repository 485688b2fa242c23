namespace Pulumi;

internal static class AliasCheck
{
    /// <exception cref="InvalidOperationException">An alias names both the whole and a part of it.</exception>
    public static async Task WaitAsync(IEnumerable<Input<Alias>> aliases)
    {
        foreach (var alias in aliases)
        {
            var resolved = await alias.ToTypedOutput().Data.ConfigureAwait(false);
            if (resolved is { IsKnown: true, Value: { Urn: not null, Name: not null } })
            {
                throw new InvalidOperationException("Alias should not specify both Urn and Name");
            }
        }
    }
}
