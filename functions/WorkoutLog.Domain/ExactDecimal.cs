using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>Decimals whose sums stay exact.</summary>
/// <remarks>
/// A decimal holds 28 digits and a DynamoDB number 38. With at most <see cref="MaxFractionDigits"/> after the point,
/// ten digits are left before it: 100,000 workouts of 100,000 kcal, the highest limit that a stack can set.
/// </remarks>
public static class ExactDecimal
{
    public const int MaxFractionDigits = 18;

    // Division by 1 with the greatest scale removes all trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same value without trailing zeros after the point.</summary>
    public static decimal Trim(decimal value) => value / One;

    /// <summary>Plain digits, never an exponent, without trailing zeros.</summary>
    public static string Format(decimal value) => Trim(value).ToString(CultureInfo.InvariantCulture);
}
