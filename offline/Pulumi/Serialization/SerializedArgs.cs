using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The properties of an args object; unset ones are omitted.</summary>
internal sealed record SerializedArgs(ImmutableDictionary<string, Resolved<object?>> Properties)
{
    public bool AllKnown => Properties.Values.All(property => property.IsKnown);

    public ImmutableHashSet<Resource> Dependencies => [.. Properties.Values.SelectMany(property => property.Dependencies)];

    /// <summary>The mock's view.</summary>
    public ImmutableDictionary<string, object> KnownValues => Properties
        .Where(property => property.Value is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(property => property.Key, property => property.Value.Value!);
}
