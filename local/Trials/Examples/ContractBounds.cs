using System.Reflection;

namespace WorkoutLog.Local.Examples;

/// <summary>
/// Adds the bounds of a C# property to its field's schema. Only the published document has them: API Gateway's models cover only a
/// body's outer shape, because the functions check every field and report all errors.
/// </summary>
internal static class ContractBounds
{
    public static void AddTo(JsonObject schema, PropertyInfo property)
    {
        if ($"{schema["type"]}" == "integer")
        {
            schema["format"] = "int32";
        }

        // Only bounds set on the property, not the attribute's defaults.
        var declared = property.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(BoundsAttribute));
        foreach (var bound in declared?.NamedArguments ?? [])
        {
            schema[JsonNamingPolicy.CamelCase.ConvertName(bound.MemberName)] = JsonSerializer.SerializeToNode(bound.TypedValue.Value);
        }
    }
}
