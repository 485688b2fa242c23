using System.ComponentModel.DataAnnotations;
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

        if (property.GetCustomAttribute<ItemsAttribute>() is { } items)
        {
            Least(schema, "minItems", items.Least);
            schema["maxItems"] = items.Most;
        }

        foreach (var attribute in property.GetCustomAttributes<ValidationAttribute>())
        {
            Add(schema, attribute);
        }
    }

    private static void Add(JsonObject schema, ValidationAttribute bound)
    {
        switch (bound)
        {
            case StringLengthAttribute length:
                Least(schema, "minLength", length.MinimumLength);
                schema["maxLength"] = length.MaximumLength;
                break;
            case RangeAttribute range:
                schema["minimum"] = (int)range.Minimum;
                schema["maximum"] = (int)range.Maximum;
                if (range.MinimumIsExclusive)
                {
                    schema["exclusiveMinimum"] = true;
                }

                break;
            case RegularExpressionAttribute form:
                schema["pattern"] = form.Pattern;
                break;
            case DataTypeAttribute { DataType: DataType.DateTime }:
                schema["format"] = "date-time";
                break;
            default:
                throw new InvalidOperationException($"{bound.GetType().Name} of a contract has no form in OpenAPI.");
        }
    }

    private static void Least(JsonObject schema, string word, int least)
    {
        if (least > 0)
        {
            schema[word] = least;
        }
    }
}
