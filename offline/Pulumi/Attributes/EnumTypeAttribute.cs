namespace Pulumi;

/// <summary>Marks a struct that wraps one text or number and converts to it explicitly.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
