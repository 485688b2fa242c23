using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class InputValueTests
{
    [Fact]
    public async Task Sends_numbers_and_enumerations_as_double()
    {
        var seen = await Evaluate.InputsAsync(() => new() { Title = "t", Count = 7, Ratio = 0.5, Day = DayOfWeek.Friday });

        Assert.Equal(7.0, Assert.IsType<double>(seen.Inputs["count"]));
        Assert.Equal(0.5, seen.Inputs["ratio"]);
        Assert.Equal(5.0, seen.Inputs["day"]);
    }

    [Fact]
    public async Task Sends_a_text_enumeration_and_a_union_as_their_text()
    {
        var asEnum = await Evaluate.InputsAsync(() => new() { Title = "t", Mode = Mode.OnDemand });
        var asText = await Evaluate.InputsAsync(() => new() { Title = "t", Mode = "PROVISIONED" });

        Assert.Equal("PAY_PER_REQUEST", asEnum.Inputs["mode"]);
        Assert.Equal("PROVISIONED", asText.Inputs["mode"]);
    }

    [Fact]
    public async Task Leaves_out_what_is_not_set()
    {
        var seen = await Evaluate.InputsAsync(() => new() { Title = "t" });

        Assert.Equal(["title"], seen.Inputs.Keys);
    }

    [Fact]
    public async Task Accepts_a_known_null_for_a_required_property_and_leaves_it_out()
    {
        var seen = await Evaluate.InputsAsync(() => new() { Title = Output.Create((string)null!) });

        Assert.Empty(seen.Inputs);
    }

    [Fact]
    public async Task Sends_lists_as_immutable_arrays_and_maps_as_immutable_dictionaries()
    {
        var seen = await Evaluate.InputsAsync(() => new()
        {
            Title = "t",
            Zones = { "a", Output.Create("b") },
            Tags = { ["k"] = "v", ["later"] = Output.Create("w") },
        });

        Assert.Equal(["a", "b"], List(seen.Inputs["zones"]));
        var tags = Map(seen.Inputs["tags"]);
        Assert.Equal("v", tags["k"]);
        Assert.Equal("w", tags["later"]);
    }

    [Fact]
    public async Task Sends_nested_arguments_under_their_input_names()
    {
        var seen = await Evaluate.InputsAsync(() => new() { Title = "t", Parts = { new PartArgs { Label = "l", Size = 3 } } });

        var part = Map(List(seen.Inputs["parts"]).Single()!);
        Assert.Equal(["label", "size"], part.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3.0, part["size"]);
    }

    [Fact]
    public async Task Sends_a_collection_that_was_only_touched_as_an_empty_one()
    {
        var seen = await Evaluate.InputsAsync(() =>
        {
            var args = new ThingArgs { Title = "t" };
            _ = args.Zones;
            _ = args.Tags;
            return args;
        });

        Assert.Empty(List(seen.Inputs["zones"]));
        Assert.Empty(Map(seen.Inputs["tags"]));
    }

    [Fact]
    public async Task Sends_a_default_array_from_an_output_as_an_empty_one()
    {
        var seen = await Evaluate.InputsAsync(() => new() { Title = "t", Zones = Output.Create(default(ImmutableArray<string>)) });

        Assert.Empty(List(seen.Inputs["zones"]));
    }

    [Fact]
    public async Task Sends_a_secret_as_its_plain_value()
    {
        var seen = await Evaluate.InputsAsync(() => new()
        {
            Title = Output.CreateSecret("hidden"),
            Parts = { new PartArgs { Label = Output.CreateSecret("deep") } },
        });

        Assert.Equal("hidden", seen.Inputs["title"]);
        var part = Map(List(seen.Inputs["parts"]).Single()!);
        Assert.Equal("deep", part["label"]);
    }

    [Fact]
    public async Task Leaves_out_a_whole_property_when_anything_in_it_is_unknown()
    {
        var seen = await Evaluate.InputsAsync(() => new()
        {
            Title = "t",
            Count = OutputUtilities.CreateUnknown(1),
            Zones = { "a", OutputUtilities.CreateUnknown("b") },
            Tags = { ["k"] = "v", ["u"] = OutputUtilities.CreateUnknown("w") },
            Part = new PartArgs { Label = OutputUtilities.CreateUnknown("l"), Size = 1 },
            Anything = new Dictionary<string, object> { ["x"] = OutputUtilities.CreateUnknown("y"), ["z"] = 1 },
        });

        Assert.Equal(["title"], seen.Inputs.Keys);
    }

    [Fact]
    public async Task Sends_a_resource_as_a_reference_without_a_name()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var first = new CustomResource("other:index:Plain", "first", null, options: null);
            _ = new Thing("second", new() { Title = "t", Anything = first });
        });

        var reference = Assert.IsType<CustomResource>(mocks.Named("second").Inputs["anything"], exactMatch: false);
        Assert.Equal("", reference.GetResourceName());
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$other:index:Plain::first",
            await OutputUtilities.GetValueAsync(reference.Urn));
    }

    [Fact]
    public async Task Sends_plain_collections_json_elements_and_nested_outputs_in_an_untyped_property()
    {
        var seen = await Evaluate.InputsAsync(() => new()
        {
            Title = "t",
            Anything = new Dictionary<string, object>
            {
                ["list"] = new List<object?> { 1, null, "x" },
                ["json"] = JsonDocument.Parse("""{"a":[1,true],"n":null}""").RootElement,
                ["output"] = Output.Create(Output.Create(2)),
                ["none"] = null!,
            },
        });

        var sent = Map(seen.Inputs["anything"]);
        Assert.Equal(["json", "list", "output"], sent.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([1.0, null, "x"], List(sent["list"]));
        Assert.Equal(2.0, sent["output"]);
        Assert.Equal([1.0, true], List(Map(sent["json"])["a"]));
    }

    [Fact]
    public async Task Sends_json_text_for_a_property_that_is_marked_so()
    {
        var single = await Evaluate.InputsAsync(() => new() { Title = "t", Document = new PartArgs { Label = "a \"quoted\" <one>\né\\" } });
        var numbers = await Evaluate.InputsAsync(() => new() { Title = "t", Document = new PartArgs { Label = "l", Values = new object[] { 100000000, 0.25, 1e21, true } } });

        Assert.Equal("""{ "label": "a \"quoted\" \u003cone\u003e\né\\" }""", single.Inputs["document"]);
        Assert.Contains("""[ 100000000, 0.25, 1e+21, true ]""", (string)numbers.Inputs["document"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_an_unknown_inside_json_text_as_a_fixed_text()
    {
        var seen = await Evaluate.InputsAsync(() => new() { Title = "t", Document = new PartArgs { Label = OutputUtilities.CreateUnknown("l") } });

        Assert.Equal("""{ "label": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }""", seen.Inputs["document"]);
    }

    private static object?[] List(object value) => [.. Assert.IsType<ImmutableArray<object>>(value)];

    private static ImmutableDictionary<string, object> Map(object value) => Assert.IsType<ImmutableDictionary<string, object>>(value);
}
