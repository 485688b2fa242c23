namespace Pulumi;

public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The identifier of an existing resource that the stack adopts (import).</summary>
    public string? ImportId { get; set; }

    /// <summary>New options: the second's single values win where they are not null, lists are concatenated.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            merged.Take(options);
            merged.DeleteBeforeReplace = options?.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options?.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(options?.AdditionalSecretOutputs ?? []);
        }

        return merged;
    }
}
