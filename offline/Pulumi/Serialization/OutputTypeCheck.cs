using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Rejects outputs of types that no value from the wire can be converted to.</summary>
internal static class OutputTypeCheck
{
    private static readonly HashSet<Type> _plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    /// <exception cref="InvalidOperationException">The type, or one that it contains, is not allowed.</exception>
    public static void Check(string context, Type type) => Check(context, type, []);

    private static void Check(string context, Type target, HashSet<Type> seen)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (!seen.Add(type) || _plain.Contains(type) || type.IsEnum || IsMarked(type))
        {
            return;
        }

        var parts = Parts(type)
            ?? throw new InvalidOperationException($"{context} contains invalid type {type.FullName}{Allowed(type)}");
        foreach (var part in parts)
        {
            Check(context, part, seen);
        }
    }

    private static bool IsMarked(Type type) => type.IsDefined(typeof(EnumTypeAttribute)) || typeof(Resource).IsAssignableFrom(type);

    private static IEnumerable<Type>? Parts(Type type)
    {
        if (type.IsDefined(typeof(OutputTypeAttribute)))
        {
            return type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
                ?.GetParameters().Select(parameter => parameter.ParameterType);
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var isContainer = definition == typeof(ImmutableArray<>)
            || definition == typeof(Union<,>)
            || (definition == typeof(ImmutableDictionary<,>) && type.GetGenericArguments()[0] == typeof(string));
        return isContainer ? type.GetGenericArguments() : null;
    }

    private static string Allowed(Type type)
    {
        if (!type.IsGenericType)
        {
            return ". Allowed types are:\n    String, Boolean, Int32, Double,\n"
                + "    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or\n"
                + "    a class explicitly marked with the [OutputTypeAttribute].";
        }

        return type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)
            ? ":\n    The only allowed ImmutableDictionary 'TKey' type is 'String'."
            : ":\n    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>";
    }
}
