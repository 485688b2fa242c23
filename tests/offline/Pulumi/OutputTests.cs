using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class OutputTests
{
    private static readonly JsonSerializerOptions _camelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public async Task Flattens_the_result_of_apply()
    {
        var source = Output.Create(1);

        Assert.Equal(2, await source.Apply(x => x + 1).ValueAsync());
        Assert.Equal(2, await source.Apply(x => Task.FromResult(x + 1)).ValueAsync());
        Assert.Equal(2, await source.Apply(x => Output.Create(x + 1)).ValueAsync());
        Assert.Equal(2, await source.Apply(Input<int>? (x) => x + 1).ValueAsync());
        Assert.Null(await source.Apply(Output<string>? (_) => null).ValueAsync());
    }

    [Fact]
    public async Task Carries_secrecy_through_apply_format_tuple_all_and_json()
    {
        var secret = Output.CreateSecret("s");
        var plain = Output.Create("p");

        Assert.True(await secret.Apply(value => value).IsSecretAsync());
        Assert.True(await plain.Apply(_ => secret).IsSecretAsync());
        Assert.True(await Output.Format($"{plain}{secret}").IsSecretAsync());
        Assert.True(await Output.Tuple(plain, secret).IsSecretAsync());
        Assert.True(await Output.All(plain, secret).IsSecretAsync());
        Assert.True(await Output.JsonSerialize(Output.Create(new[] { plain, secret })).IsSecretAsync());
        Assert.Equal("""["p","s"]""", await Output.JsonSerialize(Output.Create(new[] { plain, secret })).ValueAsync());
        Assert.False(await Output.Unsecret(secret).IsSecretAsync());
        Assert.True(await Output.CreateSecret(plain).IsSecretAsync());
        Assert.False(await plain.IsSecretAsync());
    }

    [Fact]
    public async Task Stays_unknown_when_any_part_is_and_never_applies_to_it()
    {
        var applied = false;
        var unknown = OutputUtilities.CreateUnknown("u");
        var number = OutputUtilities.CreateUnknown(5);
        var plain = Output.Create("p");
        number.Apply(_ => applied = true);

        Assert.False(await Output.Format($"{plain}{unknown}").IsKnownAsync());
        Assert.False(await Output.Tuple(plain, unknown).IsKnownAsync());
        Assert.False(await Output.All(plain, unknown).IsKnownAsync());
        Assert.False(await plain.Apply(_ => unknown).IsKnownAsync());
        Assert.False(await Output.JsonSerialize(Output.Create(new[] { plain, unknown })).IsKnownAsync());
        Assert.True((await Output.All(plain, unknown).ValueAsync()).IsDefault);
        Assert.Equal(0, await number.ValueAsync());
        Assert.False(applied);
    }

    [Fact]
    public async Task Formats_in_the_invariant_culture_with_the_specifiers_applied_to_the_values()
    {
        var warning = "";
        await Evaluate.PreviewAsync(new RecordingMocks(), () => warning = Output.Create(1).ToString());
        var text = Output.Format($"{Output.Create(0.5)}|{Output.Create(7):D3}|{Output.Create("r"),3}|{Output.Create((string?)null)}|{true}|{(Input<int>)1}");

        Assert.Equal("0.5|007|  r||True|1", await text.ValueAsync());
        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Combines_up_to_eight_values_and_any_number_of_one_type()
    {
        var one = Output.Create(1);
        Input<int> two = 2;

        Assert.Equal((1, 1, 1, 1, 1, 1, 1, "8"), await Output.Tuple(one, one, one, one, one, one, one, Output.Create("8")).ValueAsync());
        Assert.Equal((2, "x"), await Output.Tuple<int, string>(two, "x").ValueAsync());
        Assert.Equal<int>([1, 2], await Output.All(one, Output.Create(2)).ValueAsync());
        Assert.Empty(await Output.All(ImmutableArray<Output<int>>.Empty).ValueAsync());
    }

    [Fact]
    public async Task Picks_elements_of_an_array()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal(("b", "a", 2), (await array.GetAt(1).ValueAsync(), await array.First().ValueAsync(), await array.Length().ValueAsync()));
    }

    [Fact]
    public async Task Unwraps_outputs_and_inputs_at_any_depth_in_json()
    {
        InputList<string> list = [];
        list.Add("a", Output.Create("b"));

        var document = Output.JsonSerialize(Output.Create(new Dictionary<string, object?>
        {
            ["output"] = Output.Create(1),
            ["late"] = Output.Create(new Dictionary<string, object> { ["inner"] = Output.Create(Task.Run(() => "now")) }),
            ["input"] = (Input<string>)"i",
            ["list"] = list,
            ["map"] = new InputMap<int> { ["k"] = 2 },
            ["none"] = null,
        }));

        Assert.Equal("""{"output":1,"late":{"inner":"now"},"input":"i","list":["a","b"],"map":{"k":2},"none":null}""", await document.ValueAsync());
    }

    [Fact]
    public async Task Writes_json_by_the_options_escapes_by_default_and_depends_on_nested_outputs()
    {
        Output<Statement>? value = null;
        var resources = await Evaluate.PreviewAsync(new RecordingMocks(), () =>
            value = Output.Create(new Statement { Name = "<é>", Arn = new Thing("thing", new() { Title = "t" }).Id }));

        var json = Output.JsonSerialize(value!);

        Assert.Equal("""{"Name":"\u003C\u00E9\u003E","Arn":"thing-id"}""", await json.ValueAsync());
        Assert.Equal("""{"name":"\u003C\u00E9\u003E","arn":"thing-id"}""", await Output.JsonSerialize(value!, _camelCase).ValueAsync());
        Assert.Same(resources.Single(), Assert.Single(await OutputUtilities.GetDependenciesAsync(json)));
    }

    [Fact]
    public async Task Reads_json_and_fails_on_bad_text()
    {
        Assert.Equal<int>([1, 2], await Output.JsonDeserialize<List<int>>(Output.Create("[1,2]")).ValueAsync());
        await Assert.ThrowsAsync<JsonException>(() => Output.JsonDeserialize<int[]>(Output.Create("[1,")).ValueAsync());
    }

    private sealed class Statement
    {
        public required string Name { get; init; }

        public required Input<string> Arn { get; init; }
    }
}
