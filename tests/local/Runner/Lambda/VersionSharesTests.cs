namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class VersionSharesTests
{
    [Fact]
    public void Reads_one_version_or_two()
    {
        Assert.Equal(new VersionShares("1"), VersionShares.Of(SampleGraph.Alias()));
        Assert.Equal(new VersionShares("1"), VersionShares.Of(Alias("{}")));
        Assert.Equal(new VersionShares("1", "2", 0.1), VersionShares.Of(Alias("""{"2":0.1}""")));
    }

    [Theory]
    [InlineData("""{"2":0.1,"3":0.1}""", "Alias 'Echo-live' has weights for the versions 2, 3; Lambda allows one besides the main version.")]
    [InlineData("""{"1":0.1}""", "Alias 'Echo-live' has a weight for version 1, which is already its main version.")]
    [InlineData("""{"2":1.5}""", "Alias 'Echo-live' gives version 2 the weight 1.5; allowed: 0 to 1.")]
    [InlineData("""{"2":-0.5}""", "Alias 'Echo-live' gives version 2 the weight -0.5; allowed: 0 to 1.")]
    public void Rejects_what_Lambda_rejects(string weights, string message) => Assert.Equal(message, Refusal.Of(() => VersionShares.Of(Alias(weights))));

    [Fact]
    public void Gives_the_additional_version_its_share_of_the_draws() => Prop.ForAll(
        Gen.Choose(0, 100).ToArbitrary(),
        percent =>
        {
            var picks = Enumerable.Range(0, 1000).CountBy(draw => new VersionShares("1", "2", percent / 100.0).Pick(draw / 1000.0)).ToDictionary();
            return picks.GetValueOrDefault("2") == 10 * percent && picks.GetValueOrDefault("1") == 1000 - (10 * percent);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shows_the_shares() => Assert.Equal(
        ["1 (90 %), 2 (10 %)", "1 (87.5 %), 2 (12.5 %)", "3"], new VersionShares[] { new("1", "2", 0.1), new("1", "2", 0.125), new("3") }.Select(shares => shares.ToString()));

    private static GraphResource Alias(string weights)
    {
        var alias = SampleGraph.Alias();
        alias.Inputs["routingConfig"] = new JsonObject { ["additionalVersionWeights"] = JsonNode.Parse(weights) };
        return alias;
    }
}
