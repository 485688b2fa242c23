using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>JSON text for properties that accept only text; an unknown part becomes a placeholder text.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Output<string?> From(object value) => new(FormatAsync(value));

    private static async Task<Resolved<string?>> FormatAsync(object value)
    {
        var outer = value is IInput input ? await input.ToElements().ResolveAsync().ConfigureAwait(false) : Resolved<object?>.Known(value);
        if (!outer.IsKnown || outer.Value is null)
        {
            return outer.With<string?>(null);
        }

        var inner = await new ValueSerializer(WireFormat.UnknownText).SerializeAsync("", outer.Value).ConfigureAwait(false);
        return new(
            Format(inner.Value),
            true,
            outer.IsSecret || inner.IsSecret,
            outer.Dependencies.Union(inner.Dependencies));
    }

    private static string Format(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
        ImmutableArray<object?> list => Enclose("[", list.Select(Format), "]"),
        ImmutableDictionary<string, object> map => Enclose(
            "{",
            map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{Format(entry.Key)}: {Format(entry.Value)}"),
            "}"),
        string text => Quote(text),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be part of a JSON text"),
    };

    // Keeps quotes and letters readable, except angle brackets.
    private static string Quote(string text) => JsonSerializer.Serialize(text, _readable)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal);

    private static string Enclose(string open, IEnumerable<string> parts, string close)
        => string.Join(", ", parts) is { Length: > 0 } inside ? $"{open} {inside} {close}" : $"{open} {close}";
}
