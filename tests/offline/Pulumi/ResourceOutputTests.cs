using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class ResourceOutputTests
{
    [Fact]
    public async Task Leaves_what_the_mock_omits_unknown_in_a_preview()
    {
        var applied = false;
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object>());

        thing.Title.Apply(_ => applied = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Title));
        Assert.Null(await OutputUtilities.GetValueAsync(thing.Title));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.True((await OutputUtilities.GetValueAsync(thing.Zones)).IsDefault);
        Assert.False(applied);
    }

    [Fact]
    public async Task Knows_what_the_mock_omits_as_empty_in_a_live_run()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object>(), isPreview: false);

        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Title));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Zones));
        Assert.Equal("<>", await OutputUtilities.GetValueAsync(Output.Format($"<{thing.Title}>")));
        Assert.True(await OutputUtilities.GetValueAsync(thing.Zones.Apply(zones => zones.IsDefault)));
        Assert.Null(await OutputUtilities.GetValueAsync(thing.Tags));
    }

    [Fact]
    public async Task Converts_the_state_to_the_declared_types()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object>
        {
            ["title"] = "text",
            ["count"] = 7.9,
            ["ratio"] = 2,
            ["enabled"] = true,
            ["zones"] = new List<string> { "a", "b" },
            ["tags"] = new Dictionary<string, string> { ["k"] = "v" },
            ["part"] = new Dictionary<string, object> { ["label"] = "l", ["fixed"] = true },
            ["parts"] = new[] { new Dictionary<string, object> { ["label"] = "m", ["size"] = 2 } },
            ["mode"] = "ANYTHING",
            ["either"] = 5,
            ["code"] = new FileArchive("./x.zip"),
            ["ignored"] = "extra",
        });

        Assert.Equal("text", await OutputUtilities.GetValueAsync(thing.Title));
        Assert.Equal(7, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.Equal(2.0, await OutputUtilities.GetValueAsync(thing.Ratio));
        Assert.True(await OutputUtilities.GetValueAsync(thing.Enabled));
        Assert.Equal(["a", "b"], (await OutputUtilities.GetValueAsync(thing.Zones)).ToArray());
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(thing.Tags))!["k"]);
        var part = await OutputUtilities.GetValueAsync(thing.Part);
        Assert.Equal(("l", null, true), (part!.Label, part.Size, part.Fixed));
        Assert.Equal(2, (await OutputUtilities.GetValueAsync(thing.Parts))[0].Size);
        Assert.Equal("ANYTHING", (await OutputUtilities.GetValueAsync(thing.Mode)).ToString());
        Assert.Equal(5, (await OutputUtilities.GetValueAsync(thing.Either)).AsT1);
        Assert.IsType<FileArchive>(await OutputUtilities.GetValueAsync(thing.Code));
    }

    [Fact]
    public async Task Gives_untyped_outputs_the_values_of_the_wire()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object> { ["anything"] = new object[] { 1, "x", true } });

        var value = Assert.IsType<ImmutableArray<object>>(await OutputUtilities.GetValueAsync(thing.Anything));
        Assert.Equal([1.0, "x", true], value.ToArray());
    }

    [Fact]
    public async Task Takes_the_default_where_a_type_does_not_fit()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object>
        {
            ["title"] = 5,
            ["count"] = "7",
            ["enabled"] = "true",
            ["zones"] = new object[] { "a", 1 },
        });

        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Title));
        Assert.Null(await OutputUtilities.GetValueAsync(thing.Title));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.False(await OutputUtilities.GetValueAsync(thing.Enabled));
        Assert.Equal<string?>(["a", null], await OutputUtilities.GetValueAsync(thing.Zones));
    }

    [Fact]
    public async Task Limits_a_number_that_is_too_large_for_an_int()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object> { ["count"] = 3e12 });

        Assert.Equal(int.MaxValue, await OutputUtilities.GetValueAsync(thing.Count));
    }

    [Fact]
    public async Task Unwraps_outputs_in_the_state_and_keeps_their_secrecy()
    {
        var thing = await Evaluate.ThingAsync(new Dictionary<string, object>
        {
            ["title"] = Output.Create("plain"),
            ["tags"] = new Dictionary<string, object> { ["k"] = Output.CreateSecret("v") },
        });

        Assert.Equal("plain", await OutputUtilities.GetValueAsync(thing.Title));
        Assert.False(await Output.IsSecretAsync(thing.Title));
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(thing.Tags))!["k"]);
        Assert.True(await Output.IsSecretAsync(thing.Tags));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_the_identifier_unknown_when_the_mock_gives_none(bool isPreview)
    {
        foreach (var id in new[] { null, "" })
        {
            var mocks = new RecordingMocks { NewResource = _ => Task.FromResult<(string?, object)>((id, new Dictionary<string, object>())) };
            var resources = isPreview
                ? await Evaluate.PreviewAsync(mocks, () => _ = new Thing("thing", new() { Title = "t" }))
                : await Evaluate.LiveAsync(mocks, () => _ = new Thing("thing", new() { Title = "t" }));

            Assert.False(await OutputUtilities.GetIsKnownAsync(((Thing)resources.Single()).Id));
        }
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
        Assert.Equal("1second-id", await OutputUtilities.GetValueAsync(both!));
    }

    [Fact]
    public async Task Refuses_a_state_that_is_no_dictionary()
    {
        var errors = await Evaluate.ErrorsAsync(
            () => _ = new Thing("thing", new() { Title = "t" }),
            new RecordingMocks { State = _ => "text" });

        Assert.Contains("System.String is not a supported argument type", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_failing_mock_and_fails_every_output_with_its_exception()
    {
        Thing? thing = null;

        var errors = await Evaluate.ErrorsAsync(
            () => thing = new Thing("thing", new() { Title = "t" }),
            new RecordingMocks { NewResource = _ => throw new InvalidOperationException("the mock failed") });

        Assert.Contains("System.InvalidOperationException: the mock failed", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(
            "the mock failed",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(thing!.Urn))).Message);
    }

    [Fact]
    public async Task Refuses_outputs_of_types_that_the_wire_does_not_know()
    {
        var failure = await Evaluate.FailureAsync(() => _ = new Unfit("thing"));

        Assert.Contains("System.InvalidOperationException: [Output] ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Unfit.Wide contains invalid type System.Int64. Allowed types are:\n", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Unfit(string name) : CustomResource("test:index:Unfit", name, null, options: null)
    {
        [Output("wide")]
        public Output<long> Wide { get; private set; } = null!;
    }
}
