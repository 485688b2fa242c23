namespace Pulumi;

/// <summary>Marks an output of a resource or stack; without a name, the property's own is used.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    public OutputAttribute(string? name = null) => Name = name;

    public string? Name { get; }
}
