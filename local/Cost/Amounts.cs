using System.Globalization;

namespace WorkoutLog.Local.Cost;

/// <summary>Figures as people read them; the same on every machine.</summary>
internal static class Amounts
{
    private static readonly (double From, string Format)[] _formats = [(100, "N0"), (10, "N1"), (1, "N2")];

    /// <summary>Two decimals below $100, none above.</summary>
    public static string Dollars(double amount) => "$" + amount.ToString(amount >= 100 ? "N0" : "N2", CultureInfo.InvariantCulture);

    /// <summary>Of one thing, with all of its digits.</summary>
    public static string UnitDollars(double amount) => "$" + amount.ToString(amount >= 0.01 ? "0.00##" : "0.##########", CultureInfo.InvariantCulture);

    /// <summary>Three digits.</summary>
    public static string Quantity(double amount)
    {
        foreach (var (from, format) in _formats)
        {
            if (amount >= from)
            {
                return amount.ToString(format, CultureInfo.InvariantCulture);
            }
        }

        return amount.ToString("0.###", CultureInfo.InvariantCulture);
    }

    public static string Percent(double share) => Quantity(share * 100) + " %";
}
