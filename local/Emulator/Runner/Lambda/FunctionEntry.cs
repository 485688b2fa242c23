namespace WorkoutLog.Local.Runner;

/// <summary>The entry point of a function: routes each event to one of the versions of an alias, by weight.</summary>
/// <param name="random">Draws the version; shared with other entries.</param>
internal sealed class FunctionEntry(InvokeTarget target, LambdaFunctions functions, Random random)
{
    private ImmutableDictionary<string, LiveVersion> _versions = ImmutableDictionary<string, LiveVersion>.Empty;

    public FunctionDeclaration Function => target.Function;

    /// <summary>Makes the versions live until the entry is closed.</summary>
    public void Open() => _versions = target.Shares.Versions.ToImmutableDictionary(
        version => version, version => functions.Find(Function.FunctionName).MakeLive(version), StringComparer.Ordinal);

    /// <summary>Call when no more events come. Events in progress end on the version that accepted them.</summary>
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

    // A seeded Random is not thread-safe.
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

/// <summary>The versions behind an ARN that can be invoked, and their shares of the requests.</summary>
/// <param name="Main">Version that gets the remaining requests.</param>
/// <param name="Additional">Null if all requests go to one version.</param>
/// <param name="Weight">Share of the additional version, 0 to 1.</param>
public sealed record VersionShares(string Main, string? Additional = null, double Weight = 0)
{
    public ImmutableArray<string> Versions => Additional is null ? [Main] : [Main, Additional];

    /// <param name="alias">A resource of type <c>aws:lambda/alias:Alias</c>.</param>
    /// <exception cref="UserErrorException">Lambda would reject the alias.</exception>
    public static VersionShares Of(GraphResource alias)
    {
        var main = alias.Inputs.Text("functionVersion") ?? throw Refusal(alias, "names no version");
        var weights = alias.Inputs["routingConfig"]?["additionalVersionWeights"] as JsonObject ?? [];
        return weights.Select(weight => (Version: weight.Key, Share: weights.Number(weight.Key) ?? 0)).ToArray() switch
        {
            [] => new VersionShares(main),
            [var same] when same.Version == main => throw Refusal(alias, $"has a weight for version {main}, which is already its main version"),
            [{ Share: >= 0 and <= 1 } other] => new VersionShares(main, other.Version, other.Share),
            [var wrong] => throw Refusal(alias, FormattableString.Invariant($"gives version {wrong.Version} the weight {wrong.Share}; allowed: 0 to 1")),
            var many => throw Refusal(
                alias, $"has weights for the versions {string.Join(", ", many.Select(other => other.Version))}; Lambda allows one besides the main version"),
        };
    }

    /// <param name="draw">Uniform, from 0 to below 1.</param>
    public string Pick(double draw) => Additional is not null && draw < Weight ? Additional : Main;

    /// <summary><c>2</c>, or <c>1 (90 %), 2 (10 %)</c>.</summary>
    public override string ToString() => Additional is null ? Main : $"{Main} ({Percent(1 - Weight)}), {Additional} ({Percent(Weight)})";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    private static UserErrorException Refusal(GraphResource alias, string fault) => new($"Alias '{alias.Name}' {fault}.");
}

/// <summary>The function, alias and versions behind an ARN that can be invoked.</summary>
/// <param name="Function">Declaration of the newest version.</param>
/// <param name="Alias">Null for the function itself.</param>
public sealed record InvokeTarget(FunctionDeclaration Function, string? Alias, VersionShares Shares);

/// <summary>A published version. Immutable.</summary>
internal sealed record FunctionVersion(FunctionDeclaration Declaration, string CodeFolder);
