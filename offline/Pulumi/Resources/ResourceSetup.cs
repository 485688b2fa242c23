using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Steps in a resource's constructor before registration.</summary>
internal static class ResourceSetup
{
    public static (ResourceArgs Args, ResourceOptions Options) Transform(this Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;
        foreach (var transformation in resource.Transformations)
        {
            if (transformation(new(resource, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    public static ImmutableDictionary<string, ProviderResource> GatherProviders(
        this Resource resource, Resource? parent, ResourceOptions options)
    {
        var named = options is ComponentResourceOptions component ? component.Providers : [];
        if (named.Count > 0 && options.Provider is not null)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", resource);
        }

        var providers = parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        return (options.Provider is { } own ? named.Append(own) : named)
            .Aggregate(providers, (all, provider) => all.SetItem(provider.Package, provider));
    }
}
