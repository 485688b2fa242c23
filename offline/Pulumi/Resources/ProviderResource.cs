using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An explicit configuration of a provider package, for the resources that name it.</summary>
public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, null)
    {
    }

    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest)
        => Package = package;

    internal string Package { get; }

    /// <summary>
    /// <c>urn::id</c>. Always resolved on another thread, so that no caller relies on an order that the package does not guarantee.
    /// </summary>
    internal Task<string> ReferenceAsync() => Task.Run(async () =>
    {
        var urn = await Urn.Data.ConfigureAwait(false);
        var id = await Id.Data.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown ? id.Value : WireFormat.UnknownText)}";
    });
}
