namespace Pulumi;

internal static class AliasCheck
{
    /// <exception cref="ArgumentException">An alias contradicts itself.</exception>
    public static async Task CheckAsync(IEnumerable<Input<Alias>> aliases)
    {
        foreach (var alias in aliases.ToList())
        {
            var resolved = await alias.ToTypedOutput().Data.ConfigureAwait(false);
            if (resolved.IsKnown)
            {
                Check(resolved.Value);
            }
        }
    }

    private static void Check(Alias alias)
    {
        if (alias.Urn is not null && PartsOf(alias).FirstOrDefault(part => part.IsSet).Name is { } conflicting)
        {
            throw new ArgumentException($"Alias should not specify both Urn and {conflicting}");
        }

        if (new[] { alias.Parent is not null, alias.ParentUrn is not null, alias.NoParent }.Count(isSet => isSet) > 1)
        {
            throw new ArgumentException("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias");
        }
    }

    private static (string Name, bool IsSet)[] PartsOf(Alias alias) =>
    [
        (nameof(Alias.Name), alias.Name is not null),
        (nameof(Alias.Type), alias.Type is not null),
        (nameof(Alias.Project), alias.Project is not null),
        (nameof(Alias.Stack), alias.Stack is not null),
        (nameof(Alias.Parent), alias.Parent is not null),
        (nameof(Alias.ParentUrn), alias.ParentUrn is not null),
        (nameof(Alias.NoParent), alias.NoParent),
    ];
}
