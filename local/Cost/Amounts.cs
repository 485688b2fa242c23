namespace WorkoutLog.Local.Cost;

/// <summary>Figures formatted for people, in the invariant culture.</summary>
internal static class Amounts
{
    /// <summary>Two decimals below $100, none above.</summary>
    public static string Dollars(double amount) => "$" + amount.ToString(amount >= 100 ? "N0" : "N2", CultureInfo.InvariantCulture);

    /// <summary>A unit price with all of its digits.</summary>
    public static string UnitDollars(double amount) => "$" + amount.ToString(amount >= 0.01 ? "0.00##" : "0.##########", CultureInfo.InvariantCulture);

    /// <summary>Three digits.</summary>
    public static string Quantity(double amount) =>
        amount.ToString(amount switch { >= 100 => "N0", >= 10 => "N1", >= 1 => "N2", _ => "0.###" }, CultureInfo.InvariantCulture);

    /// <summary>A table with two columns of names; the others are figures, aligned right.</summary>
    public static Table Table(params string[] heads)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(heads);
        foreach (var figures in table.Columns.Skip(2))
        {
            figures.Alignment = Justify.Right;
        }

        return table;
    }

    public static string Percent(double share) => Quantity(share * 100) + " %";
}
