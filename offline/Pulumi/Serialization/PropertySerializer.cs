using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Converts the properties of resources and functions to the value kinds of the wire format.</summary>
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

    /// <exception cref="InvalidOperationException">The value, or a part of it, cannot be sent.</exception>
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

    /// <summary>A mock's result: a dictionary or an args object; null values count as absent.</summary>
    public static async Task<ImmutableDictionary<string, Resolved<object?>>> SerializeStateAsync(object state)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, Resolved<object?>>();
        foreach (var (name, value) in await EntriesAsync(state).ConfigureAwait(false))
        {
            var serialized = await new ValueSerializer().SerializeAsync($".{name}", value).ConfigureAwait(false);
            if (serialized.Value is not null || !serialized.IsKnown)
            {
                properties[name] = serialized;
            }
        }

        return properties.ToImmutable();
    }

    private static async Task<IEnumerable<(string Name, object? Value)>> EntriesAsync(object state) => state switch
    {
        IDictionary<string, object> dictionary => dictionary.Select(entry => (entry.Key, (object?)entry.Value)),
        System.Collections.IDictionary dictionary => ValueSerializer.Entries("", dictionary),
        InputArgs args => ArgsMember.ReadAll(args),
        _ => await RefuseAsync(state).ConfigureAwait(false),
    };

    private static async Task<IEnumerable<(string Name, object? Value)>> RefuseAsync(object state)
    {
        // First rejects values that cannot be sent at all; the rest because they have no properties.
        await new ValueSerializer().SerializeAsync("", state).ConfigureAwait(false);
        throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }
}
