using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class InputValueTests
{
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Arguments, the checked input, and the value that the mock sees.</summary>
    public static TheoryData<Func<ThingArgs>, string, object> Sent => new()
    {
        { () => new() { Title = "t", Count = 7 }, "count", 7.0 },
        { () => new() { Title = "t", Ratio = 0.5 }, "ratio", 0.5 },
        { () => new() { Title = "t", Day = DayOfWeek.Friday }, "day", 5.0 },
        { () => new() { Title = "t", Mode = Mode.OnDemand }, "mode", "PAY_PER_REQUEST" },
        { () => new() { Title = "t", Mode = "PROVISIONED" }, "mode", "PROVISIONED" },
        { () => new() { Title = Output.CreateSecret("hidden") }, "title", "hidden" },
        { () => new() { Title = "t", Zones = { "a", Output.Create("b") } }, "zones", ImmutableArray.Create<object>("a", "b") },
        { () => new() { Title = "t", Zones = Output.Create(default(ImmutableArray<string>)) }, "zones", ImmutableArray<object>.Empty },
        { () => Touched(args => args.Zones), "zones", ImmutableArray<object>.Empty },
        { () => Touched(args => args.Tags), "tags", Map() },
        { () => new() { Title = "t", Tags = { ["k"] = "v", ["later"] = Output.Create("w") } }, "tags", Map(("k", "v"), ("later", "w")) },
        {
            () => new() { Title = "t", Parts = { new PartArgs { Label = Output.CreateSecret("l"), Size = 3 } } },
            "parts", ImmutableArray.Create<object>(Map(("label", "l"), ("size", 3.0)))
        },
        {
            () => new() { Title = "t", Document = new PartArgs { Label = "a \"quoted\" <one>\né\\" } },
            "document", """{ "label": "a \"quoted\" \u003cone\u003e\né\\" }"""
        },
        {
            () => new() { Title = "t", Document = new PartArgs { Label = OutputUtilities.CreateUnknown("l") } },
            "document", $$"""{ "label": "{{UnknownText}}" }"""
        },
    };

    [Theory, MemberData(nameof(Sent))]
    public async Task Sends_values_in_the_wire_format(Func<ThingArgs> args, string input, object expected)
    {
        var sent = (await Evaluate.InputsAsync(args)).Inputs[input];

        Assert.IsType(expected.GetType(), sent);
        Assert.Equal(expected, sent);
    }

    [Fact]
    public async Task Omits_unset_values_and_a_whole_property_when_any_part_is_unknown()
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
    public async Task Accepts_a_known_null_for_a_required_property_and_omits_it() =>
        Assert.Empty((await Evaluate.InputsAsync(() => new() { Title = Output.Create((string)null!) })).Inputs);

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
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$other:index:Plain::first", await reference.Urn.ValueAsync());
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

        var sent = Assert.IsType<ImmutableDictionary<string, object>>(seen.Inputs["anything"]);
        Assert.Equal(["json", "list", "output"], sent.Keys.Order(StringComparer.Ordinal));
        Assert.Equal<object?>([1.0, null, "x"], Assert.IsType<ImmutableArray<object>>(sent["list"]));
        Assert.Equal(2.0, sent["output"]);
        Assert.Equal<object>([1.0, true], Assert.IsType<ImmutableArray<object>>(Assert.IsType<ImmutableDictionary<string, object>>(sent["json"])["a"]));
    }

    [Fact]
    public async Task Writes_numbers_in_json_text_in_their_shortest_form()
    {
        var seen = await Evaluate.InputsAsync(() =>
            new() { Title = "t", Document = new PartArgs { Label = "l", Values = new object[] { 100000000, 0.25, 1e21, true } } });

        Assert.Contains("""[ 100000000, 0.25, 1e+21, true ]""", (string)seen.Inputs["document"], StringComparison.Ordinal);
    }

    private static ThingArgs Touched(Func<ThingArgs, object> collection)
    {
        var args = new ThingArgs { Title = "t" };
        _ = collection(args);
        return args;
    }

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] pairs) =>
        pairs.ToImmutableDictionary(pair => pair.Key, pair => pair.Value);
}

public class AssetTests
{
    [Fact]
    public async Task Reach_the_mock_as_the_same_kind_with_the_given_text()
    {
        var seen = await Evaluate.InputsAsync(() => new()
        {
            Title = "t",
            Code = new FileArchive("../rel/./missing.zip"),
            Anything = new object[] { new StringAsset("s"), new FileAsset("f"), new RemoteAsset("https://a"), new RemoteArchive("https://b") },
        });

        var assets = Assert.IsType<ImmutableArray<object>>(seen.Inputs["anything"]);
        Assert.Equal(
            [
                ("FileArchive", "path", "../rel/./missing.zip"),
                ("StringAsset", "text", "s"), ("FileAsset", "path", "f"), ("RemoteAsset", "uri", "https://a"), ("RemoteArchive", "uri", "https://b"),
            ],
            assets.Prepend(seen.Inputs["code"]).Select(asset => (asset.GetType().Name, (string)Internal(asset, "PropName"), (string)Internal(asset, "Value"))));
    }

    [Fact]
    public async Task Contain_other_assets_by_name()
    {
        var archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new FileAsset("b") });

        var seen = await Evaluate.InputsAsync(() => new() { Title = "t", Code = archive });

        var inside = Assert.IsType<ImmutableDictionary<string, AssetOrArchive>>(Internal(seen.Inputs["code"], "Value"));
        Assert.Equal("b", Internal(inside["bootstrap"], "Value"));
    }

    [Fact]
    public void Require_a_value() =>
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => new FileArchive(null!)).ParamName);

    private static object Internal(object asset, string property) =>
        typeof(AssetOrArchive).GetProperty(property, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(asset)!;
}
