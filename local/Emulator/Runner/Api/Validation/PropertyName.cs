using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>Names of JSON members, also those that are no valid Unicode: the reader of the platform refuses them, the gateway's does not.</summary>
internal static partial class PropertyName
{
    public static string Of(JsonProperty property) =>
        Escape().Replace(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property)), Unescape);

    private static string Unescape(Match escape) => escape.Value[1] switch
    {
        'u' => $"{(char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)}",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        var itself => $"{itself}",
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)")]
    private static partial Regex Escape();
}
