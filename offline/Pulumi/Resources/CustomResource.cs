namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, null)
    {
    }

    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: true, remote: false, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
        => _ = registerPackageRequest;

    private protected CustomResource(string urn)
        : base(urn)
    {
    }

    /// <summary>The provider's identifier; unknown when the mock returns none.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}
