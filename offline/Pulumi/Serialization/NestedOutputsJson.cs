using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>
/// Serialises values in which inputs and outputs are nested. They can only be found by serialising, and the serialiser cannot wait:
/// a pass notes those that are not there yet, and is repeated when they are.
/// </summary>
internal sealed class NestedOutputsJson : JsonConverterFactory
{
    private readonly List<Task> _missing = [];
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

        while (true)
        {
            var pass = new NestedOutputsJson();
#pragma warning disable CA1869 // the options carry the pass, so they cannot be kept
            var passOptions = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
#pragma warning restore CA1869
            passOptions.Converters.Add(pass);
            var text = JsonSerializer.Serialize(outer.Value, passOptions);
            if (pass._missing.Count == 0)
            {
                return new(
                    pass._isKnown ? text : null!,
                    pass._isKnown,
                    outer.IsSecret || pass._isSecret,
                    outer.Dependencies.Union(pass._dependencies));
            }

            await Task.WhenAll(pass._missing).ConfigureAwait(false);
        }
    }

    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsAssignableTo(typeof(IInput)) || typeToConvert.IsAssignableTo(typeof(IOutput));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), this)!;

    private void Write(Utf8JsonWriter writer, IOutput output, JsonSerializerOptions options)
    {
        if (!output.Completion.IsCompleted)
        {
            _missing.Add(output.Completion);
            writer.WriteNullValue();
            return;
        }

        var data = output.ResolveAsync().GetAwaiter().GetResult();
        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        _dependencies.UnionWith(data.Dependencies);
        JsonSerializer.Serialize(writer, data.IsKnown ? data.Value : null, options);
    }

    private sealed class Converter<T>(NestedOutputsJson pass) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException($"{typeToConvert} cannot be read from JSON");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
            => pass.Write(writer, value as IOutput ?? ((IInput)value!).ToUntypedOutput(), options);
    }
}
