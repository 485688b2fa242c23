namespace Pulumi;

/// <summary>Waits for resources to be registered; for a component, that is all of its children.</summary>
internal static class Dependencies
{
    public static async Task WaitAsync(InputList<Resource> resources)
    {
        var named = await resources.ToTypedOutput().Data.ConfigureAwait(false);
        await WaitAsync(named.IsKnown ? named.Value.Concat(named.Dependencies) : named.Dependencies).ConfigureAwait(false);
    }

    public static async Task WaitAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources.SelectMany(Expand).Distinct())
        {
            await resource.Urn.Data.ConfigureAwait(false);
        }
    }

    private static IEnumerable<Resource> Expand(Resource resource) => resource is ComponentResource
        ? resource.Children.SelectMany(Expand).Append(resource)
        : [resource];
}
