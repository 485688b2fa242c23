using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>
/// Serialises values with inputs and outputs nested at any depth. The serialiser is synchronous,
/// so it blocks on pending ones.
/// </summary>
internal sealed class NestedOutputsJson : JsonConverterFactory
{
    private static readonly HashSet<Type> _convertible = [typeof(Output<>), typeof(Input<>), typeof(InputList<>), typeof(InputMap<>)];

    private readonly HashSet<Resource> _dependencies = [];
    private bool _isKnown = true;
    private bool _isSecret;

    public static async Task<Resolved<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var outer = await value.Data.ConfigureAwait(false);
        if (!outer.IsKnown)
        {
            return outer.With<string>(null!);
        }

        var nested = new NestedOutputsJson();
#pragma warning disable CA1869 // the options hold this call's state, so they cannot be cached
        var withNested = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
#pragma warning restore CA1869
        withNested.Converters.Add(nested);
        var text = JsonSerializer.Serialize(outer.Value, withNested);
        return new(
            nested._isKnown ? text : null!,
            nested._isKnown,
            outer.IsSecret || nested._isSecret,
            outer.Dependencies.Union(nested._dependencies));
    }

    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType && _convertible.Contains(typeToConvert.GetGenericTypeDefinition());

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), this)!;

    private void Write(Utf8JsonWriter writer, IOutput output, JsonSerializerOptions options)
    {
        var data = output.ResolveAsync().Result;
        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        _dependencies.UnionWith(data.Dependencies);
        JsonSerializer.Serialize(writer, data.IsKnown ? data.Value : null, options);
    }

    private sealed class Converter<T>(NestedOutputsJson nested) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException($"{typeToConvert} cannot be read from JSON");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
            => nested.Write(writer, value as IOutput ?? ((IInput)value!).ToElements(), options);
    }
}
