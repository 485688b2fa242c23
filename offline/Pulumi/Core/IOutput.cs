namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> whose type is not known at compile time.</summary>
internal interface IOutput
{
    Task<Resolved<object?>> ResolveAsync();
}
