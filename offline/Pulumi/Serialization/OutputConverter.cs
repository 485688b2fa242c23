using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Converts values from the wire to the declared types of outputs. A value of another kind becomes the type's default value.
/// </summary>
internal static class OutputConverter
{
    private const BindingFlags AnyConstructor = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static T Convert<T>(object? value) => (T)ConvertOrDefault(value, typeof(T))!;

    private static object? ConvertOrDefault(object? value, Type target)
        => TryConvert(value, target) ?? (target.IsValueType ? Activator.CreateInstance(target) : null);

    /// <summary>Null when there is no value, or one of another kind.</summary>
    private static object? TryConvert(object? value, Type target)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        return value switch
        {
            null => null,
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(value),
            _ when type.IsInstanceOfType(value) => value,
            // Clamps to the range of int and truncates fractions.
            double number when type == typeof(int) => (int)number,
            double number when type.IsEnum => Enum.ToObject(type, (int)number),
            _ when type.IsDefined(typeof(EnumTypeAttribute)) => Wrap(value, type),
            _ when !type.IsGenericType => value is ImmutableDictionary<string, object> map ? ToOutputType(map, type) : null,
            _ => ToGeneric(value, type, type.GetGenericTypeDefinition()),
        };
    }

    private static object? ToGeneric(object value, Type type, Type definition) => value switch
    {
        _ when definition == typeof(Union<,>) => ToUnion(value, type),
        ImmutableArray<object?> list when definition == typeof(ImmutableArray<>) => ToArray(list, type),
        ImmutableDictionary<string, object> map when definition == typeof(ImmutableDictionary<,>) => ToDictionary(map, type),
        _ => null,
    };

    private static object? Wrap(object value, Type type)
        => type.GetConstructor(AnyConstructor, [value.GetType()])?.Invoke([value]);

    private static object? ToUnion(object value, Type type)
    {
        var choices = type.GetGenericArguments();
        for (var i = 0; i < choices.Length; i++)
        {
            if (TryConvert(value, choices[i]) is { } chosen)
            {
                return type.GetMethod($"FromT{i}")!.Invoke(null, [chosen]);
            }
        }

        return null;
    }

    private static object ToArray(ImmutableArray<object?> list, Type type)
    {
        var elementType = type.GetGenericArguments()[0];
        var elements = Array.CreateInstance(elementType, list.Length);
        for (var i = 0; i < list.Length; i++)
        {
            elements.SetValue(ConvertOrDefault(list[i], elementType), i);
        }

        return Generic(nameof(FreezeArray), elementType).Invoke(null, [elements])!;
    }

    private static object ToDictionary(ImmutableDictionary<string, object> map, Type type)
    {
        var valueType = type.GetGenericArguments()[1];
        var entries = map.Select(entry => KeyValuePair.Create(entry.Key, ConvertOrDefault(entry.Value, valueType)));
        return Generic(nameof(FreezeDictionary), valueType).Invoke(null, [entries])!;
    }

    private static object? ToOutputType(ImmutableDictionary<string, object> map, Type type)
    {
        var constructor = Array.Find(
            type.GetConstructors(AnyConstructor), candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)));
        return constructor?.Invoke(
        [
            .. from parameter in constructor.GetParameters()
               let name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!
               select ConvertOrDefault(map.GetValueOrDefault(name), parameter.ParameterType),
        ]);
    }

    private static ImmutableArray<T> FreezeArray<T>(T[] elements) => [.. elements];

    private static ImmutableDictionary<string, T> FreezeDictionary<T>(IEnumerable<KeyValuePair<string, object?>> entries)
        => entries.ToImmutableDictionary(entry => entry.Key, entry => (T)entry.Value!);

    private static MethodInfo Generic(string method, Type argument)
        => typeof(OutputConverter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(argument);
}
