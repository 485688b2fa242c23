using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Cost.Pricing;

/// <summary>AWS prices: the content of <c>prices.json</c>.</summary>
/// <param name="Date">When the prices were compared with AWS's pages, <c>yyyy-MM-dd</c>.</param>
/// <param name="Note">Explains the figures, for people.</param>
internal sealed record PriceList(
    string Date, string Region, string Note, ImmutableSortedDictionary<string, Allowance> Allowances,
    ImmutableSortedDictionary<string, Price> Prices)
{
    private const string Resource = "WorkoutLog.Local.Cost.Pricing.prices.json";

    public static PriceList Load()
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize(stream, PriceListJson.Default.PriceList)!;
    }
}

/// <summary>A permanent free allowance of an account, per month.</summary>
/// <param name="Unit">Of <paramref name="Quantity"/>, for people.</param>
internal sealed record Allowance(double Quantity, string Unit, string Source);

/// <param name="Tiers">By rising quantity per month; the last one has no end.</param>
/// <param name="Allowance">Name of its allowance; null for none.</param>
internal sealed record Price(string Unit, string Source, ImmutableArray<Tier> Tiers, string? Allowance = null)
{
    /// <summary>Dollars for a month's quantity.</summary>
    public double Of(double quantity)
    {
        var dollars = 0.0;
        var from = 0.0;
        foreach (var tier in Tiers)
        {
            var to = Math.Min(quantity, tier.UpTo ?? double.PositiveInfinity);
            dollars += Math.Max(0, to - from) * tier.Dollars;
            from = tier.UpTo ?? double.PositiveInfinity;
        }

        return dollars;
    }
}

/// <param name="UpTo">Quantity per month at which the next tier begins; null in the last one.</param>
internal sealed record Tier(double Dollars, double? UpTo = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PriceList))]
internal sealed partial class PriceListJson : JsonSerializerContext;
