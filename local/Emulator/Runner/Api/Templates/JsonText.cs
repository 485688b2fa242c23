using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkoutLog.Local.Runner.Api.Templates;

internal static class JsonText
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text as a JSON string, in quotation marks.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, _plain);
}
