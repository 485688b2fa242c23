namespace Pulumi;

/// <summary>Instructions to the engine about a resource, in addition to its arguments.</summary>
public abstract class ResourceOptions
{
    private List<Input<Alias>>? _aliases;
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<ResourceTransformation>? _resourceTransformations;

    /// <summary>The identifier of an existing resource that is read, not created; empty text registers as usual.</summary>
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= new InputList<Resource>();
        set => _dependsOn = value;
    }

    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Null inherits the parent's.</summary>
    public bool? Protect { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }

    /// <summary>Lists are appended; a non-null single value replaces the existing one.</summary>
    private protected void Take(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Provider = other.Provider ?? Provider;
        Protect = other.Protect ?? Protect;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        DependsOn = DependsOn.Concat(other.DependsOn);
        Aliases.AddRange(other.Aliases);
        IgnoreChanges.AddRange(other.IgnoreChanges);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        ResourceTransformations.AddRange(other.ResourceTransformations);
    }
}
