using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class RegisterOutputsTests
{
    private readonly RecordingMocks _mocks = new() { State = _ => ImmutableDictionary<string, object>.Empty.Add("label", "from the mock") };

    [Fact]
    public async Task Sends_the_marked_properties_that_have_a_value_under_their_own_name_where_the_attribute_has_none()
    {
        var wasNull = false;

        await Evaluate.PreviewAsync(_mocks, () => _ = new Group("group", self =>
        {
            // A component's constructor ignores the mock's state.
            wasNull = self.Label is null;
            self.Total = Output.Create(3);
        }));

        var request = _mocks.Outputs[0];
        Assert.True(wasNull);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::group", request.Urn);
        Assert.Equal("Total", Assert.Single(request.Outputs.Keys));
        Assert.Equal(3.0, await request.Outputs["Total"].ValueAsync());
    }

    [Fact]
    public async Task Sends_a_dictionary_without_its_nulls()
    {
        await Evaluate.PreviewAsync(_mocks, () => _ = new Registering("group", new Dictionary<string, object?>
        {
            ["number"] = 1,
            ["secret"] = Output.CreateSecret("hidden"),
            ["unknown"] = OutputUtilities.CreateUnknown("later"),
            ["secretNull"] = Output.CreateSecret((string?)null),
            ["none"] = null,
            ["outputOfNull"] = Output.Create((string?)null),
        }));

        var outputs = _mocks.Outputs[0].Outputs;
        Assert.Equal(["number", "secret", "secretNull", "unknown"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1.0, "hidden"), (await outputs["number"].ValueAsync(), await outputs["secret"].ValueAsync()));
        Assert.True(await outputs["secret"].IsSecretAsync());
        Assert.False(await outputs["unknown"].IsKnownAsync());
    }

    [Fact]
    public async Task Calls_the_mock_for_the_stack_even_when_it_has_no_outputs()
    {
        await Evaluate.PreviewAsync(_mocks, () => { });

        var request = Assert.Single(_mocks.Outputs);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", request.Urn);
        Assert.Empty(request.Outputs);
    }

    [Fact]
    public async Task Sends_the_properties_of_a_stack_and_returns_it_first()
    {
        var resources = await Deployment.TestAsync<SmallStack>(_mocks, new TestOptions());

        Assert.Equal(["project-stack", "thing"], resources.Select(resource => resource.GetResourceName()));
        var outputs = Assert.Single(_mocks.Outputs).Outputs;
        Assert.Equal(["Plain", "label", "url"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("https://thing-id", "l"), (await outputs["url"].ValueAsync(), await outputs["label"].ValueAsync()));
    }

    [Fact]
    public async Task Rejects_a_stack_with_an_output_that_is_unassigned_or_of_another_type()
    {
        Assert.Equal(
            "Output(s) 'First, second' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            await RefusalAsync<ForgetfulStack>());
        Assert.Equal(
            "Output(s) 'Text' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            await RefusalAsync<PlainTextStack>());
    }

    [Fact]
    public async Task Returns_the_dictionary_of_a_program_unchanged()
    {
        IDictionary<string, object?> returned = new Dictionary<string, object?> { ["key"] = 1 };

        var (resources, outputs) = await Deployment.TestAsync(_mocks, new TestOptions(), () => returned);

        Assert.Empty(resources);
        Assert.Same(returned, outputs);
        Assert.Empty(Assert.Single(_mocks.Outputs).Outputs);
    }

    private static async Task<string> RefusalAsync<T>()
        where T : Stack, new()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<T>(new RecordingMocks()));
        Environment.ExitCode = 0;
        return failure.Message;
    }

    private sealed class Registering : ComponentResource
    {
        public Registering(string name, IDictionary<string, object?> outputs)
            : base("test:index:Registering", name) => RegisterOutputs(outputs);
    }

    private sealed class SmallStack : Stack
    {
        public SmallStack() => Url = Output.Format($"https://{new Thing("thing", new() { Title = "t" }).Id}");

        [Output("url")] public Output<string> Url { get; private set; }
        [Output("label")] public Output<string> Label { get; private set; } = Output.Create("l");
        [Output] public Output<int> Plain { get; private set; } = Output.Create(1);
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output] public Output<string>? First { get; set; }
        [Output("second")] public Output<string>? Second { get; set; }
    }

    private sealed class PlainTextStack : Stack
    {
        [Output] public string Text { get; set; } = "text";
    }
}
