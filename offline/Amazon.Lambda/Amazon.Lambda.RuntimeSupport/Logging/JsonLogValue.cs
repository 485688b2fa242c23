using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A log argument as JSON: numbers and booleans as such, lists and maps as arrays and objects, everything else as text.</summary>
internal static class JsonLogValue
{
    public static void Write(Utf8JsonWriter writer, MessagePlaceholder placeholder, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IDictionary map:
                WriteMap(writer, placeholder, map);
                break;
            case IList list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, placeholder, item);
                }

                writer.WriteEndArray();
                break;
            case var _ when placeholder.Format is not null:
                writer.WriteStringValue(placeholder.FormatValue(value));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(placeholder.FormatValue(value));
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, MessagePlaceholder placeholder, IDictionary map)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName(entry.Key.ToString() ?? string.Empty);
            Write(writer, placeholder, entry.Value);
        }

        writer.WriteEndObject();
    }
}
