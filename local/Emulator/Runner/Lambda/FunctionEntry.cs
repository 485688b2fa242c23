namespace WorkoutLog.Local.Runner;

/// <summary>The door to a function: each event goes to one of the versions behind it, by their shares.</summary>
/// <param name="random">Draws the version; shared with other doors.</param>
internal sealed class FunctionEntry(InvokeTarget target, LambdaFunctions functions, Random random)
{
    private ImmutableDictionary<string, LiveVersion> _versions = ImmutableDictionary<string, LiveVersion>.Empty;

    public FunctionDeclaration Function => target.Function;

    /// <summary>Makes the versions live. They stay so until the door is closed.</summary>
    public void Open() => _versions = target.Shares.Versions.ToImmutableDictionary(
        version => version, version => functions.Find(Function.FunctionName).MakeLive(version), StringComparer.Ordinal);

    /// <summary>When no event comes any more. Those under way end on the version that took them.</summary>
    public void Close()
    {
        foreach (var version in _versions.Values)
        {
            version.Uses.Leave();
        }
    }

    /// <inheritdoc cref="LiveVersion.InvokeAsync"/>
    public Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, string invokedArn, string traceId) =>
        _versions[target.Shares.Pick(Draw())].InvokeAsync(payload, invokedArn, traceId);

    // A seeded source is not safe to use from several threads.
    private double Draw()
    {
        if (target.Shares.Additional is null)
        {
            return 0;
        }

        lock (random)
        {
            return random.NextDouble();
        }
    }
}

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
        return weights.Select(weight => (Version: weight.Key, Share: weights.Number(weight.Key) ?? 0)).ToArray() switch
        {
            [] => new VersionShares(main),
            [var same] when same.Version == main => throw Refusal(alias, $"has a weight for version {main}, which it names anyway"),
            [{ Share: >= 0 and <= 1 } other] => new VersionShares(main, other.Version, other.Share),
            [var wrong] => throw Refusal(alias, FormattableString.Invariant($"gives version {wrong.Version} the weight {wrong.Share}; allowed: 0 to 1")),
            var many => throw Refusal(
                alias, $"has weights for the versions {string.Join(", ", many.Select(other => other.Version))}; Lambda takes one beside the version that the alias names"),
        };
    }

    /// <param name="draw">From 0 to below 1, equally likely.</param>
    public string Pick(double draw) => Additional is not null && draw < Weight ? Additional : Main;

    /// <summary><c>2</c>, or <c>1 (90 %), 2 (10 %)</c>.</summary>
    public override string ToString() => Additional is null ? Main : $"{Main} ({Percent(1 - Weight)}), {Additional} ({Percent(Weight)})";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    private static UserErrorException Refusal(GraphResource alias, string fault) => new($"Alias '{alias.Name}' {fault}.");
}

/// <summary>What an ARN that can be invoked stands for.</summary>
/// <param name="Function">As the newest version is declared.</param>
/// <param name="Alias">Null for the function itself.</param>
public sealed record InvokeTarget(FunctionDeclaration Function, string? Alias, VersionShares Shares);

/// <summary>A published version: it never changes.</summary>
internal sealed record FunctionVersion(FunctionDeclaration Declaration, string CodeFolder);
