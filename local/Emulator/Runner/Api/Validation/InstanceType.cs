using System.Text.Json;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>The primitive types of JSON Schema, in the words and the order in which a validator names them.</summary>
internal enum InstanceType
{
    Array,
    Boolean,
    Integer,
    Null,
    Number,
    Object,
    String,
}

internal static class InstanceTypes
{
    public static string Word(this InstanceType type) => type.ToString().ToLowerInvariant();

    /// <summary>Of draft 4: a number with a fraction or an exponent is no integer, whatever its value.</summary>
    public static InstanceType Of(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Array => InstanceType.Array,
        JsonValueKind.True or JsonValueKind.False => InstanceType.Boolean,
        JsonValueKind.Null => InstanceType.Null,
        JsonValueKind.Object => InstanceType.Object,
        JsonValueKind.String => InstanceType.String,
        // The text is looked at and never its value, so a number may be of any size.
        _ => instance.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? InstanceType.Number : InstanceType.Integer,
    };
}
