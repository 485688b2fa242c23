using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class ResourceOutputTests
{
    private static readonly Dictionary<string, object> _nothing = [];

    /// <summary>A mock's state, the output that reads it, and the expected value.</summary>
    public static TheoryData<string, object, Func<Thing, Task<object?>>, object?> States => new()
    {
        { "title", "text", Of(thing => thing.Title), "text" },
        { "title", Output.Create("plain"), Of(thing => thing.Title), "plain" },
        { "title", 5, Of(thing => thing.Title), null },
        { "count", 7.9, Of(thing => thing.Count), 7 },
        { "count", 3e12, Of(thing => thing.Count), int.MaxValue },
        { "count", "7", Of(thing => thing.Count), 0 },
        { "ratio", 2, Of(thing => thing.Ratio), 2.0 },
        { "enabled", true, Of(thing => thing.Enabled), true },
        { "enabled", "true", Of(thing => thing.Enabled), false },
        { "zones", new List<string> { "a", "b" }, Of(thing => thing.Zones), ImmutableArray.Create("a", "b") },
        { "zones", new object[] { "a", 1 }, Of(thing => thing.Zones), ImmutableArray.Create("a", null!) },
        { "tags", new Dictionary<string, string> { ["k"] = "v" }, Of(thing => thing.Tags.Apply(tags => tags!["k"])), "v" },
        {
            "part", new Dictionary<string, object> { ["label"] = "l", ["fixed"] = true },
            Of(thing => thing.Part.Apply(part => (part!.Label, part.Size, part.Fixed))), ("l", (int?)null, true)
        },
        { "parts", new[] { new Dictionary<string, object> { ["label"] = "m", ["size"] = 2 } }, Of(thing => thing.Parts.Apply(parts => parts[0].Size)), 2 },
        { "mode", "ANYTHING", Of(thing => thing.Mode.Apply(mode => mode.ToString())), "ANYTHING" },
        { "either", 5, Of(thing => thing.Either.Apply(either => either.AsT1)), 5 },
        { "code", new FileArchive("./x.zip"), Of(thing => thing.Code.Apply(code => code!.GetType())), typeof(FileArchive) },
        { "anything", new object[] { 1, "x", true }, Of(thing => thing.Anything), ImmutableArray.Create<object>(1.0, "x", true) },
        { "ignored", "extra", Of(thing => thing.Id), "thing-id" },
    };

    [Theory, MemberData(nameof(States))]
    public async Task Converts_the_state_to_the_declared_types_or_uses_their_default(
        string output, object state, Func<Thing, Task<object?>> read, object? expected)
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object> { [output] = state });

        Assert.Equal(expected, await read(thing));
        Assert.True(output != "title" || await thing.Title.IsKnownAsync());
        Assert.False(await thing.Title.IsSecretAsync());
    }

    [Fact]
    public async Task Leaves_omitted_state_unknown_in_a_preview()
    {
        var applied = false;
        var thing = await Evaluate.ThingAsync(_nothing);
        thing.Title.Apply(_ => applied = true);

        Assert.False(await thing.Title.IsKnownAsync());
        Assert.Null(await thing.Title.ValueAsync());
        Assert.Equal(0, await thing.Count.ValueAsync());
        Assert.True((await thing.Zones.ValueAsync()).IsDefault);
        Assert.False(applied);
    }

    [Fact]
    public async Task Treats_omitted_state_as_empty_in_a_live_run()
    {
        var thing = await Evaluate.ThingAsync(_nothing, isPreview: false);

        Assert.Equal((true, true), (await thing.Title.IsKnownAsync(), await thing.Zones.IsKnownAsync()));
        Assert.Equal("<>", await Output.Format($"<{thing.Title}>").ValueAsync());
        Assert.True(await thing.Zones.Apply(zones => zones.IsDefault).ValueAsync());
        Assert.Null(await thing.Tags.ValueAsync());
    }

    [Fact]
    public async Task Unwraps_outputs_in_the_state_and_keeps_their_secrecy()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object> { ["tags"] = new Dictionary<string, object> { ["k"] = Output.CreateSecret("v") } });

        Assert.Equal("v", (await thing.Tags.ValueAsync())!["k"]);
        Assert.True(await thing.Tags.IsSecretAsync());
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "")]
    [InlineData(false, null)]
    [InlineData(false, "")]
    public async Task Leaves_the_identifier_unknown_when_the_mock_returns_none(bool isPreview, string? id)
    {
        var mocks = new RecordingMocks { NewResource = _ => Task.FromResult<(string?, object)>((id, _nothing)) };
        Action program = () => _ = new Thing("thing", new() { Title = "t" });

        var resources = await (isPreview ? Evaluate.PreviewAsync(mocks, program) : Evaluate.LiveAsync(mocks, program));

        Assert.False(await ((Thing)resources.Single()).Id.IsKnownAsync());
    }

    [Fact]
    public async Task Makes_every_output_depend_on_its_resource()
    {
        Output<string>? both = null;

        var resources = await Evaluate.PreviewAsync(new RecordingMocks { State = args => args.Inputs }, () =>
        {
            var first = new Thing("first", new() { Title = "1" });
            var second = new Thing("second", new() { Title = "2" });
            both = Output.Format($"{first.Title}{second.Id}");
        });

        Assert.Equal(resources.ToHashSet(), [.. await OutputUtilities.GetDependenciesAsync(both!)]);
        Assert.Equal("1second-id", await both!.ValueAsync());
    }

    [Fact]
    public async Task Rejects_a_state_that_is_not_a_dictionary() => Assert.Contains("System.String is not a supported argument type",
        Assert.Single(await Evaluate.ErrorsAsync(() => _ = new Thing("thing", new() { Title = "t" }), new RecordingMocks { State = _ => "text" })),
        StringComparison.Ordinal);

    [Fact]
    public async Task Reports_a_failing_mock_and_fails_every_output_with_its_exception()
    {
        Thing? thing = null;

        var errors = await Evaluate.ErrorsAsync(
            () => thing = new Thing("thing", new() { Title = "t" }),
            new RecordingMocks { NewResource = _ => throw new InvalidOperationException("the mock failed") });

        Assert.Contains("System.InvalidOperationException: the mock failed", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal("the mock failed", (await Assert.ThrowsAsync<InvalidOperationException>(() => thing!.Urn.ValueAsync())).Message);
    }

    [Fact]
    public async Task Rejects_outputs_of_types_outside_the_wire_format()
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Unfit("thing"));

        Assert.Contains("System.InvalidOperationException: [Output] ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Unfit.Wide contains invalid type System.Int64. Allowed types are:\n", failure.Message, StringComparison.Ordinal);
    }

    private static Func<Thing, Task<object?>> Of<T>(Func<Thing, Output<T>> output) => async thing => await output(thing).ValueAsync();

    private sealed class Unfit(string name) : CustomResource("test:index:Unfit", name, null, options: null)
    {
        [Output("wide")] public Output<long> Wide { get; private set; } = null!;
    }
}
