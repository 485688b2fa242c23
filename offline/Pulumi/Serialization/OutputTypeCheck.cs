using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Refuses outputs of types that no value from the wire can be turned into.</summary>
internal static class OutputTypeCheck
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    /// <exception cref="InvalidOperationException">The type, or one that it contains, is not allowed.</exception>
    public static void Check(string context, Type type) => Check(context, type, []);

    private static void Check(string context, Type target, HashSet<Type> seen)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (!seen.Add(type) || Plain.Contains(type) || type.IsEnum || IsMarked(type))
        {
            return;
        }

        foreach (var part in Parts(type) ?? throw Invalid(context, type))
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

    private static InvalidOperationException Invalid(string context, Type type)
        => new($"{context} contains invalid type {type.FullName}.");
}
