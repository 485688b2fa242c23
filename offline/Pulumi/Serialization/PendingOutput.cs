namespace Pulumi.Serialization;

/// <summary>One output of a resource that waits for its registration.</summary>
internal interface IPendingOutput
{
    object Output { get; }

    void Complete(ResourceState state);

    void Fail(Exception failure);
}

internal sealed class PendingOutput<T> : IPendingOutput
{
    private readonly TaskCompletionSource<Resolved<T>> _source = new();
    private readonly Resource _resource;
    private readonly string _name;
    private readonly bool _isPreview;

    public PendingOutput(Resource resource, string name, bool isPreview)
    {
        _resource = resource;
        _name = name;
        _isPreview = isPreview;
        Output = new Output<T>(_source.Task);
    }

    public object Output { get; }

    public void Complete(ResourceState state)
    {
        var property = Find(state);
        var value = property.IsKnown ? OutputConverter.Convert<T>(property.Value) : default!;
        _source.TrySetResult(property.With(value) with { Dependencies = [_resource] });
    }

    public void Fail(Exception failure) => _source.TrySetException(failure);

    private Resolved<object?> Find(ResourceState state) => _name switch
    {
        "urn" => Resolved<object?>.Known(state.Urn),
        "id" => Resolved<object?>.Known(state.Id) with { IsKnown = !string.IsNullOrEmpty(state.Id) },
        _ => state.Properties.GetValueOrDefault(_name) ?? Resolved<object?>.Known(null) with { IsKnown = !_isPreview },
    };
}
