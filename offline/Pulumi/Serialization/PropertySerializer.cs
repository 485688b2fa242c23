using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Turns the properties of resources and functions into the few kinds of values that go over the wire.</summary>
internal static class PropertySerializer
{
    public static async Task<SerializedArgs> SerializeArgsAsync(string label, InputArgs args)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, Resolved<object?>>();
        foreach (var (name, value) in ArgsMember.ReadAll(args).ToList())
        {
            var serialized = await SerializeAsync($"{label}.{name}", name, value).ConfigureAwait(false);
            if (serialized.Value is not null || !serialized.IsKnown)
            {
                properties[name] = serialized;
            }
        }

        return new(properties.ToImmutable());
    }

    /// <exception cref="InvalidOperationException">The value, or something in it, is of a kind that cannot be sent or is not there.</exception>
    public static async Task<Resolved<object?>> SerializeAsync(string path, string name, object? value)
    {
        try
        {
            return await new ValueSerializer().SerializeAsync(path, value).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {failure.Message}", failure);
        }
    }

    /// <summary>What a mock returned: a dictionary or an args object; null values are as good as absent ones.</summary>
    public static async Task<ImmutableDictionary<string, Resolved<object?>>> SerializeStateAsync(object state)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, Resolved<object?>>();
        foreach (var (name, value) in StateEntries(state))
        {
            var serialized = await new ValueSerializer().SerializeAsync($".{name}", value).ConfigureAwait(false);
            if (serialized.Value is not null || !serialized.IsKnown)
            {
                properties[name] = serialized;
            }
        }

        return properties.ToImmutable();
    }

    private static IEnumerable<(string Name, object? Value)> StateEntries(object state) => state switch
    {
        IDictionary<string, object> dictionary => dictionary.Select(entry => (entry.Key, (object?)entry.Value)),
        System.Collections.IDictionary dictionary => ValueSerializer.Entries("", dictionary),
        InputArgs args => ArgsMember.ReadAll(args),
        _ => throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type"),
    };
}
