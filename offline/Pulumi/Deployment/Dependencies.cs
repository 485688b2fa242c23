namespace Pulumi;

/// <summary>The resources that something depends on; a component represents itself and all of its children.</summary>
internal static class Dependencies
{
    /// <summary>The resources in the list, and the sources of its elements.</summary>
    public static async Task<IEnumerable<Resource>> NamedAsync(InputList<Resource> resources)
    {
        var named = await resources.ToTypedOutput().Data.ConfigureAwait(false);
        return named.IsKnown ? named.Value.Concat(named.Dependencies) : named.Dependencies;
    }

    /// <summary>Waits until they are registered.</summary>
    public static async Task WaitAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources.SelectMany(Expand).Distinct())
        {
            await resource.Urn.Data.ConfigureAwait(false);
        }
    }

    /// <summary>Waits until they are registered; false when the provider has not named one of them.</summary>
    public static async Task<bool> AllCreatedAsync(IEnumerable<Resource> resources)
    {
        var created = true;
        foreach (var resource in resources.SelectMany(Expand).Distinct().OfType<CustomResource>())
        {
            created &= (await resource.Id.Data.ConfigureAwait(false)).IsKnown;
        }

        return created;
    }

    private static IEnumerable<Resource> Expand(Resource resource) => resource is ComponentResource
        ? resource.Children.SelectMany(Expand).Append(resource)
        : [resource];
}
