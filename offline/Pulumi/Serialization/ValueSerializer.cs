using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Reduces one value to null, bool, double, string, asset, archive, resource reference, ImmutableArray and ImmutableDictionary of these.
/// Also records whether all parts are known, whether any is secret, and the dependencies.
/// </summary>
/// <param name="unknownText">Placeholder for an unknown part; null makes the whole value unknown.</param>
internal sealed class ValueSerializer(string? unknownText = null)
{
    private readonly HashSet<Resource> _dependencies = [];
    private bool _isKnown = true;
    private bool _isSecret;

    /// <param name="path">Location of the value, for error messages.</param>
    public async Task<Resolved<object?>> SerializeAsync(string path, object? value)
    {
        var reduced = await ReduceAsync(path, value).ConfigureAwait(false);
        return new(_isKnown ? reduced : null, _isKnown, _isSecret, [.. _dependencies]);
    }

    public static IEnumerable<(string Name, object? Value)> Entries(string path, IDictionary dictionary)
    {
        foreach (var key in dictionary.Keys)
        {
            yield return key is string name
                ? (name, dictionary[key])
                : throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
        }
    }

    private async Task<object?> ReduceAsync(string path, object? value) => value switch
    {
        null or bool or double or string or AssetOrArchive => value,
        int or Enum => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}"),
        InputArgs args => await ReduceObjectAsync(path, ArgsMember.ReadAll(args)).ConfigureAwait(false),
        IInput input => await ReduceOutputAsync(path, input.ToElements()).ConfigureAwait(false),
        IUnion union => await ReduceAsync(path, union.Value).ConfigureAwait(false),
        IOutput output => await ReduceOutputAsync(path, output).ConfigureAwait(false),
        Resource resource => await ReduceResourceAsync(resource).ConfigureAwait(false),
        JsonElement json => Reduce(json),
        IDictionary dictionary => await ReduceObjectAsync(path, Entries(path, dictionary)).ConfigureAwait(false),
        IList list => await ReduceListAsync(path, list).ConfigureAwait(false),
        _ when value.GetType().IsDefined(typeof(EnumTypeAttribute)) => Unwrap(value),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{path}"),
    };

    private async Task<object?> ReduceOutputAsync(string path, IOutput output)
    {
        var data = await output.ResolveAsync().ConfigureAwait(false);
        _dependencies.UnionWith(data.Dependencies);
        _isSecret |= data.IsSecret;
        if (data.IsKnown)
        {
            return await ReduceAsync($"{path}.id", data.Value).ConfigureAwait(false);
        }

        _isKnown &= unknownText is not null;
        return unknownText;
    }

    private async Task<object?> ReduceResourceAsync(Resource resource)
    {
        _dependencies.Add(resource);
        if (resource is CustomResource { Id: { } id })
        {
            await id.Data.ConfigureAwait(false);
        }

        return new DependencyResource((await resource.Urn.Data.ConfigureAwait(false)).Value);
    }

    private async Task<object?> ReduceObjectAsync(string path, IEnumerable<(string Name, object? Value)> entries)
    {
        var reduced = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in entries.ToList())
        {
            var separator = path.Length == 0 ? "" : ".";
            if (await ReduceAsync($"{path}{separator}{name}", value).ConfigureAwait(false) is { } property)
            {
                reduced[name] = property;
            }
        }

        return reduced.ToImmutable();
    }

    private async Task<object?> ReduceListAsync(string path, IList list)
    {
        var reduced = ImmutableArray.CreateBuilder<object?>();
        // A default ImmutableArray comes from an output that the mock omitted; it cannot be enumerated.
        var isDefault = list.GetType().IsValueType && list.Equals(Activator.CreateInstance(list.GetType()));
        foreach (var element in isDefault ? Array.Empty<object?>() : list)
        {
            reduced.Add(await ReduceAsync($"{path}[{reduced.Count}]", element).ConfigureAwait(false));
        }

        return reduced.ToImmutable();
    }

    private static object? Reduce(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select(Reduce).ToImmutableArray(),
        JsonValueKind.Object => json.EnumerateObject()
            .ToImmutableDictionary(property => property.Name, property => Reduce(property.Value)),
        _ => null,
    };

    private static object? Unwrap(object value) => value.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .First(method => method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
        .Invoke(null, [value]);
}
