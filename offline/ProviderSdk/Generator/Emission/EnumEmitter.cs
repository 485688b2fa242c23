using WorkoutLog.Offline.ProviderSdk.Model;

namespace WorkoutLog.Offline.ProviderSdk.Emission;

/// <summary>Writes an enumeration of texts, which is a struct so that unknown values pass through.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeWriter writer, EnumStruct type)
    {
        var name = type.Name;
        writer.Line();
        writer.Line("[EnumType]");
        writer.Line($"public readonly struct {name} : IEquatable<{name}>");
        writer.Block(() =>
        {
            writer.Line("private readonly string _value;");
            writer.Line();
            writer.Line($"private {name}(string value)");
            writer.Block(() => writer.Line("_value = value ?? throw new ArgumentNullException(nameof(value));"));
            writer.Line();
            foreach (var value in type.Values)
            {
                writer.Obsolete(value.Deprecated);
                writer.Line($"public static {name} {value.Name} {{ get; }} = new {name}({CodeWriter.Literal(value.Value)});");
            }

            Operators(writer, name);
        });
    }

    private static void Operators(CodeWriter writer, string name)
    {
        writer.Line();
        writer.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        writer.Line();
        writer.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
        writer.Line();
        writer.Line($"public static explicit operator string({name} value) => value._value;");
        writer.Line();
        writer.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        writer.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        writer.Line();
        writer.Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);");
        writer.Line();
        writer.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        writer.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
        writer.Line();
        writer.Line("public override string ToString() => _value;");
    }
}
