using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal static class JsonElementExtensions
{
    public static string? TextOrNull(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static Dictionary<string, string>? TextsOrNull(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
            : null;
}
