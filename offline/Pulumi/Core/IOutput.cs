namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> whose type is not known at compile time.</summary>
internal interface IOutput
{
    /// <summary>Completed when the output is; resolving it does not report a failure a second time.</summary>
    Task Completion { get; }

    Task<Resolved<object?>> ResolveAsync();
}
