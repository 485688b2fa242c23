using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class JsonTests
{
    private static readonly JsonSerializerOptions _camelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public async Task Unwraps_outputs_and_inputs_at_any_depth()
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

        Assert.Equal(
            """{"output":1,"late":{"inner":"now"},"input":"i","list":["a","b"],"map":{"k":2},"none":null}""",
            await OutputUtilities.GetValueAsync(document));
    }

    [Fact]
    public async Task Respects_the_options_and_escapes_by_default()
    {
        var value = Output.Create(new Statement { Name = "<é>", Arn = Output.Create("arn") });

        Assert.Equal("""{"Name":"\u003C\u00E9\u003E","Arn":"arn"}""", await OutputUtilities.GetValueAsync(Output.JsonSerialize(value)));
        Assert.Equal("""{"name":"\u003C\u00E9\u003E","arn":"arn"}""", await OutputUtilities.GetValueAsync(Output.JsonSerialize(value, _camelCase)));
    }

    [Fact]
    public async Task Is_secret_or_unknown_when_anything_inside_is()
    {
        var secret = Output.JsonSerialize(Output.Create(new[] { Output.Create("a"), Output.CreateSecret("b") }));
        var unknown = Output.JsonSerialize(Output.Create(new[] { Output.Create("a"), OutputUtilities.CreateUnknown("b") }));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.Equal("""["a","b"]""", await OutputUtilities.GetValueAsync(secret));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task Depends_on_what_the_nested_outputs_depend_on()
    {
        Output<string>? json = null;

        var resources = await Evaluate.PreviewAsync(new RecordingMocks(), () =>
        {
            var thing = new Thing("thing", new() { Title = "t" });
            json = Output.JsonSerialize(Output.Create(new Statement { Name = "n", Arn = thing.Id }));
        });

        Assert.Same(resources.Single(), Assert.Single(await OutputUtilities.GetDependenciesAsync(json!)));
        Assert.Equal("""{"Name":"n","Arn":"thing-id"}""", await OutputUtilities.GetValueAsync(json!));
    }

    [Fact]
    public async Task Reads_json_and_fails_on_bad_text()
    {
        Assert.Equal<int>([1, 2], await OutputUtilities.GetValueAsync(Output.JsonDeserialize<List<int>>(Output.Create("[1,2]"))));
        await Assert.ThrowsAsync<JsonException>(
            () => OutputUtilities.GetValueAsync(Output.JsonDeserialize<int[]>(Output.Create("[1,"))));
    }

    private sealed class Statement
    {
        public required string Name { get; init; }

        public required Input<string> Arn { get; init; }
    }
}
