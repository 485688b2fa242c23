namespace Pulumi;

/// <summary>Marks the constructor that takes an output type's properties, by their names.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
