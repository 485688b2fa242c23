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

    /// <exception cref="InvalidOperationException">The value cannot be sent, or something in it.</exception>
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
        // What cannot be sent at all is refused for that; the rest for not having properties.
        await new ValueSerializer().SerializeAsync("", state).ConfigureAwait(false);
        throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }
}
