using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Lambda.Versions;

/// <summary>The versions behind an ARN that can be invoked, and which share of the requests goes to each.</summary>
/// <param name="Main">Takes what the other one does not.</param>
/// <param name="Additional">Null where all requests go to one version.</param>
/// <param name="Weight">Share of the additional version, 0 to 1.</param>
public sealed record VersionShares(string Main, string? Additional = null, double Weight = 0)
{
    public ImmutableArray<string> Versions => Additional is null ? [Main] : [Main, Additional];

    /// <param name="alias">A resource of type <c>aws:lambda/alias:Alias</c>.</param>
    /// <exception cref="UserErrorException">Lambda would refuse the alias.</exception>
    public static VersionShares Of(GraphResource alias)
    {
        var main = alias.Inputs.Text("functionVersion") ?? throw Refusal(alias, "names no version");
        var weights = alias.Inputs["routingConfig"]?["additionalVersionWeights"] as JsonObject ?? [];
        if (weights.Count == 0)
        {
            return new VersionShares(main);
        }

        if (weights.Count > 1)
        {
            throw Refusal(alias, $"has weights for the versions {string.Join(", ", weights.Select(other => other.Key))}; Lambda takes one beside the version that the alias names");
        }

        var (additional, weight) = (weights.First().Key, weights.Number(weights.First().Key) ?? 0);
        if (additional == main)
        {
            throw Refusal(alias, $"has a weight for version {main}, which it names anyway");
        }

        return weight is >= 0 and <= 1
            ? new VersionShares(main, additional, weight)
            : throw Refusal(alias, string.Create(CultureInfo.InvariantCulture, $"gives version {additional} the weight {weight}; allowed: 0 to 1"));
    }

    /// <param name="draw">From 0 to below 1, equally likely.</param>
    public string Pick(double draw) => Additional is not null && draw < Weight ? Additional : Main;

    /// <summary><c>2</c>, or <c>1 (90 %), 2 (10 %)</c>.</summary>
    public override string ToString() => Additional is null ? Main : $"{Main} ({Percent(1 - Weight)}), {Additional} ({Percent(Weight)})";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    private static UserErrorException Refusal(GraphResource alias, string fault) => new($"Alias '{alias.Name}' {fault}.");
}
