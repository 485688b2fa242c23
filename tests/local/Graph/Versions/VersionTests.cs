using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests.Graph.Versions;

public sealed class PublishedVersionsTests
{
    private static readonly PublishedVersions _published = new(ImmutableDictionary<string, LatestVersion>.Empty.Add("Echo-1a2b3c4", new LatestVersion(7, "a")));

    [Theory, InlineData("Echo-1a2b3c4", "a", 7), InlineData("Echo-1a2b3c4", "b", 8), InlineData("Other-1a2b3c4", "a", 1)]
    public void Numbers_a_version_as_the_provider_does(string function, string digest, int number) =>
        Assert.Equal(number, _published.NumberOf(function, digest));

    [Fact]
    public async Task An_evaluation_numbers_only_changed_functions()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var dev = StackConfiguration.Load(repository, "dev");
        var first = await EvaluateAsync(dev, PublishedVersions.None);
        var published = new PublishedVersions(first.OfType(FunctionType.Token).ToImmutableDictionary(
            function => function.Outputs["name"]!.GetValue<string>(), function => new LatestVersion(3, VersionDigest.Of(function.Inputs))));

        var same = await EvaluateAsync(dev, published);
        var other = await EvaluateAsync(dev.With([KeyValuePair.Create("processWorkoutMemoryMiB", "640")]), published);
        var pinned = await EvaluateAsync(
            dev.With([KeyValuePair.Create("processWorkoutMemoryMiB", "640"), KeyValuePair.Create("workout-log:processWorkoutStableVersion", "3"), KeyValuePair.Create("processWorkoutCanaryPercent", "10")]),
            published);

        Assert.Equal([("ProcessWorkout", "1"), ("QueryWorkouts", "1")], Versions(first));
        Assert.Equal([("ProcessWorkout", "3"), ("QueryWorkouts", "3")], Versions(same));
        Assert.Equal([("ProcessWorkout", "4"), ("QueryWorkouts", "3")], Versions(other));
        Assert.Equal("4", Alias(other)["functionVersion"]!.GetValue<string>());
        Assert.Equal(("3", """{"additionalVersionWeights":{"4":0.1}}"""), (Alias(pinned)["functionVersion"]!.GetValue<string>(), Alias(pinned)["routingConfig"]!.ToJsonString()));

        Task<ResourceGraph> EvaluateAsync(StackConfiguration configuration, PublishedVersions before) =>
            StackProgram.EvaluateAsync(repository, configuration, before, CancellationToken.None);
    }

    private static IEnumerable<(string, string)> Versions(ResourceGraph graph) =>
        graph.OfType(FunctionType.Token).Select(function => (function.Name, function.Outputs["version"]!.GetValue<string>())).Order();

    private static JsonObject Alias(ResourceGraph graph) =>
        graph.OfType(LambdaAliasType.Token).Single(alias => alias.Name.StartsWith("ProcessWorkout", StringComparison.Ordinal)).Inputs;
}

public sealed class VersionDigestTests
{
    public static TheoryData<string> OfVersions => [.. VersionDigest.Inputs];

    [Theory, MemberData(nameof(OfVersions))]
    public void Depends_on_each_input_of_a_version(string input)
    {
        var inputs = Inputs();
        inputs[input] = new JsonObject { ["changed"] = true };

        Assert.NotEqual(VersionDigest.Of(Inputs()), VersionDigest.Of(inputs));
    }

    [Theory, InlineData("reservedConcurrentExecutions"), InlineData("tags"), InlineData("publish")]
    public void Ignores_inputs_that_belong_to_no_version(string input)
    {
        var inputs = Inputs();
        inputs[input] = "changed";

        Assert.Equal(VersionDigest.Of(Inputs()), VersionDigest.Of(inputs));
    }

    [Fact]
    public void Depends_on_the_code_and_not_on_its_path()
    {
        var (moved, changed) = (Inputs(), Inputs());
        moved["code"]!["archive"]!["path"] = "elsewhere.zip";
        changed["code"]!["archive"]!["sha256"] = new string('1', 64);

        Assert.Equal(VersionDigest.Of(Inputs()), VersionDigest.Of(moved));
        Assert.NotEqual(VersionDigest.Of(Inputs()), VersionDigest.Of(changed));
    }

    private static JsonObject Inputs() => SampleGraph.Function().Inputs;
}
