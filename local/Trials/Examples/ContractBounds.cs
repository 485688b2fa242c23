using System.Reflection;

namespace WorkoutLog.Local.Examples;

/// <summary>
/// Gives the schema of a field the bounds that its C# property declares. Only the published document has them: API Gateway's models are
/// a body's outer shape, because the functions check every field and name all that are wrong.
/// </summary>
internal static class ContractBounds
{
    public static void AddTo(JsonObject schema, PropertyInfo property)
    {
        if ($"{schema["type"]}" == "integer")
        {
            schema["format"] = "int32";
        }

        // Only what is written at the property, not what an attribute has unless it is said.
        var declared = property.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(BoundsAttribute));
        foreach (var bound in declared?.NamedArguments ?? [])
        {
            schema[JsonNamingPolicy.CamelCase.ConvertName(bound.MemberName)] = JsonSerializer.SerializeToNode(bound.TypedValue.Value);
        }
    }
}
