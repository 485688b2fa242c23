using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A field or property of an args class that has an <see cref="InputAttribute"/>.</summary>
internal sealed record ArgsMember(InputAttribute Attribute, MemberInfo Member, Func<object?, object?> Read)
{
    private const BindingFlags AnyInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly ConcurrentDictionary<Type, ArgsMember[]> _known = [];

    /// <summary>Name and value of every member of the args, set or not.</summary>
    /// <exception cref="ArgumentNullException">A required member is not set.</exception>
    public static IEnumerable<(string Name, object? Value)> ReadAll(InputArgs args)
        => _known.GetOrAdd(args.GetType(), Find).Select(member => (member.Attribute.Name, member.ReadFrom(args)));

    private static ArgsMember[] Find(Type type) =>
    [
        .. type.GetFields(AnyInstance).Select(field => Marked(field, field.GetValue)).OfType<ArgsMember>(),
        .. type.GetProperties(AnyInstance).Select(property => Marked(property, property.GetValue)).OfType<ArgsMember>(),
    ];

    private static ArgsMember? Marked(MemberInfo member, Func<object?, object?> read)
        => member.GetCustomAttribute<InputAttribute>() is { } attribute ? new(attribute, member, read) : null;

    private object? ReadFrom(InputArgs args)
    {
        var value = Read(args);
        if (value is null && Attribute.IsRequired)
        {
            throw new ArgumentNullException(
                Member.Name, $"[Input] {args.GetType().FullName}.{Member.Name} is required but was not given a value");
        }

        return Attribute.Json && value is not null ? JsonText.From(value) : value;
    }
}
