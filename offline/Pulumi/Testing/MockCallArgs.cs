using System.Collections.Immutable;

namespace Pulumi.Testing;

public class MockCallArgs
{
    public string? Token { get; set; }

    /// <summary>The arguments, in the same shape as <see cref="MockResourceArgs.Inputs"/>.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary><c>urn::id</c> of the provider; empty for the default one.</summary>
    public string? Provider { get; set; }
}
