using System.Collections;
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary><c>{Name}</c>, <c>{Name:format}</c> or <c>{0}</c> in a message, with its position.</summary>
internal sealed record MessagePlaceholder(Range Place, string Token, string Name, string? Format)
{
    /// <param name="place">Position of the token in the message, braces included.</param>
    public static MessagePlaceholder Parse(string message, Range place)
    {
        var token = message[place];
        var inside = token[1..^1].TrimStart('@');
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var format = colon < 0 ? string.Empty : inside[(colon + 1)..].Trim();
        return new MessagePlaceholder(
            place,
            token,
            (colon < 0 ? inside : inside[..colon]).Trim(),
            format.Length == 0 ? null : format);
    }

    /// <summary>The value as text; a value without a short text keeps the placeholder.</summary>
    public string Render(object? value) => value is null or IList or IDictionary ? Token : FormatValue(value);

    public string FormatValue(object value) => value switch
    {
        IFormattable formattable when Format is not null => formattable.ToString(Format, CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
