using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An element of the stack: a provider's resource, or a component that groups others.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly Lock _childrenGate = new();
    private ImmutableArray<Resource> _children = [];

    private protected Resource(string type, string name, bool custom, bool remote, ResourceArgs args, ResourceOptions options)
    {
        _type = NotEmpty(type, nameof(type));
        _name = NotEmpty(name, nameof(name));
        var run = Pulumi.Deployment.RequiredRun;
        var parent = options.Parent ?? run.Stack;
        var outputs = PendingOutputs.Assign(this, run.IsPreview, ownOutputs: custom || remote);

        Transformations = [.. options.ResourceTransformations, .. parent?.Transformations ?? []];
        (args, options) = this.Transform(args, options);

        Providers = this.GatherProviders(parent, options);
        parent?.AddChild(this);
        run.Track(AliasCheck.CheckAsync(options.Aliases));
        run.Track(run.Resources.RegisterAsync(new(this, custom, args, options, parent), outputs));
    }

    /// <summary>A reference to a resource that is registered elsewhere.</summary>
    private protected Resource(string urn)
    {
        _type = "";
        _name = "";
        Urn = new(Task.FromResult(Resolved<string>.Known(urn) with { Dependencies = [this] }));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>Its own, then those of its ancestors; the stack's come last.</summary>
    internal ImmutableArray<ResourceTransformation> Transformations { get; } = [];

    /// <summary>By package: the providers that its children use unless they name another.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; } = ImmutableDictionary<string, ProviderResource>.Empty;

    internal ImmutableArray<Resource> Children
    {
        get
        {
            lock (_childrenGate)
            {
                return _children;
            }
        }
    }

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    private static string NotEmpty(string value, string parameter)
        => string.IsNullOrEmpty(value) ? throw new ArgumentException($"'{parameter}' cannot be null or empty.", parameter) : value;

    private void AddChild(Resource child)
    {
        lock (_childrenGate)
        {
            _children = _children.Add(child);
        }
    }
}
