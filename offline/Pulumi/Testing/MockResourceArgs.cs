using System.Collections.Immutable;

namespace Pulumi.Testing;

public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The properties that are set and known: numbers are double, lists ImmutableArray, objects ImmutableDictionary.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary><c>urn::id</c> of the provider; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The identifier of a resource that is read or imported; otherwise empty.</summary>
    public string? Id { get; set; }
}
