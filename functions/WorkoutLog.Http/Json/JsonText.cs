using System.Text;
using System.Text.Json;

namespace WorkoutLog.Http.Json;

internal static class JsonText
{
    /// <summary>Reads a string or a name; false with a stand-in text for what is not Unicode.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader has no question to ask before: broken UTF-8 and lone surrogates come only as this exception.
            text = Encoding.UTF8.GetString(reader.ValueSpan);
            return false;
        }
    }
}
