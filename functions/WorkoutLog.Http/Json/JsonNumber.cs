using System.Buffers.Text;

namespace WorkoutLog.Http.Json;

/// <summary>JSON numbers that a <see cref="decimal"/> represents exactly; the reader itself rounds silently.</summary>
internal static class JsonNumber
{
    public const int MaxDigits = 28;

    /// <param name="number">A valid JSON number.</param>
    public static bool FitsDecimal(ReadOnlySpan<byte> number)
    {
        var e = number.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = e < 0 ? number : number[..e];
        ReadOnlySpan<byte> digits = mantissa.TrimStart("-0."u8);
        if (digits.IsEmpty)
        {
            return true;
        }

        var exponent = 0;
        if (e >= 0 && !TryParseExponent(number[(e + 1)..], out exponent))
        {
            return false;
        }

        var point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> fraction = point < 0 ? [] : mantissa[(point + 1)..].TrimEnd((byte)'0');
        var significant = fraction.IsEmpty
            ? CountDigits(TrimFraction(mantissa, point).TrimStart("-0"u8).TrimEnd((byte)'0'))
            : CountDigits(mantissa[..(point + 1 + fraction.Length)].TrimStart("-0."u8));

        return significant <= MaxDigits && (long)fraction.Length - exponent <= MaxDigits;
    }

    private static ReadOnlySpan<byte> TrimFraction(ReadOnlySpan<byte> mantissa, int point) => point < 0 ? mantissa : mantissa[..point];

    private static int CountDigits(ReadOnlySpan<byte> text) => text.Length - text.Count((byte)'.');

    private static bool TryParseExponent(ReadOnlySpan<byte> text, out int exponent) =>
        Utf8Parser.TryParse(text, out exponent, out var read) && read == text.Length;
}
