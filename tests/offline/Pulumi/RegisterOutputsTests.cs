using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class RegisterOutputsTests
{
    [Fact]
    public async Task Sends_the_marked_properties_that_have_a_value()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () => _ = new Group("group", self => self.Label = Output.Create("l")));

        var request = mocks.Outputs[0];
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::group", request.Urn);
        Assert.Equal("label", Assert.Single(request.Outputs.Keys));
        Assert.Equal("l", await OutputUtilities.GetValueAsync(request.Outputs["label"]));
    }

    [Fact]
    public async Task Uses_the_name_of_the_property_where_the_attribute_has_none()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () => _ = new Group("group", self => self.Total = Output.Create(3)));

        Assert.Equal(3.0, await OutputUtilities.GetValueAsync(mocks.Outputs[0].Outputs["Total"]));
    }

    [Fact]
    public async Task Sends_a_dictionary_as_it_is_given_but_for_its_nulls()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () => _ = new Registering("group", new Dictionary<string, object?>
        {
            ["number"] = 1,
            ["secret"] = Output.CreateSecret("hidden"),
            ["unknown"] = OutputUtilities.CreateUnknown("later"),
            ["secretNull"] = Output.CreateSecret((string?)null),
            ["none"] = null,
            ["outputOfNull"] = Output.Create((string?)null),
        }));

        var outputs = mocks.Outputs[0].Outputs;
        Assert.Equal(["number", "secret", "secretNull", "unknown"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1.0, await OutputUtilities.GetValueAsync(outputs["number"]));
        Assert.Equal("hidden", await OutputUtilities.GetValueAsync(outputs["secret"]));
        Assert.True(await Output.IsSecretAsync(outputs["secret"]));
        Assert.False(await OutputUtilities.GetIsKnownAsync(outputs["unknown"]));
    }

    [Fact]
    public async Task Calls_the_mock_for_the_stack_even_when_it_has_no_outputs()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () => { });

        var request = Assert.Single(mocks.Outputs);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", request.Urn);
        Assert.Empty(request.Outputs);
    }

    [Fact]
    public async Task Sends_the_properties_of_a_stack_and_returns_it_first()
    {
        var mocks = new RecordingMocks();

        var resources = await Deployment.TestAsync<SmallStack>(mocks, new TestOptions());

        Assert.Equal(["project-stack", "thing"], resources.Select(resource => resource.GetResourceName()));
        var outputs = Assert.Single(mocks.Outputs).Outputs;
        Assert.Equal(["Plain", "url"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("https://thing-id", await OutputUtilities.GetValueAsync(outputs["url"]));
    }

    [Fact]
    public async Task Refuses_a_stack_with_an_output_that_is_not_assigned()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new RecordingMocks()));
        Environment.ExitCode = 0;

        Assert.Equal(
            "Output(s) 'First, second' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            failure.Message);
    }

    [Fact]
    public async Task Refuses_a_stack_with_an_output_of_another_type()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<PlainTextStack>(new RecordingMocks()));
        Environment.ExitCode = 0;

        Assert.Equal(
            "Output(s) 'Text' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            failure.Message);
    }

    [Fact]
    public async Task Returns_the_dictionary_of_a_program_as_it_is()
    {
        var mocks = new RecordingMocks();
        IDictionary<string, object?> returned = new Dictionary<string, object?> { ["key"] = 1 };

        var (resources, outputs) = await Deployment.TestAsync(mocks, new TestOptions(), () => returned);

        Assert.Empty(resources);
        Assert.Same(returned, outputs);
        Assert.Empty(Assert.Single(mocks.Outputs).Outputs);
    }

    [Fact]
    public async Task Leaves_the_outputs_of_a_component_to_its_constructor()
    {
        var mocks = new RecordingMocks { State = _ => ImmutableDictionary<string, object>.Empty.Add("label", "from the mock") };
        var wasNull = false;

        await Evaluate.PreviewAsync(mocks, () => _ = new Group("group", self => wasNull = self.Label is null));

        Assert.True(wasNull);
    }

    private sealed class Registering : ComponentResource
    {
        public Registering(string name, IDictionary<string, object?> outputs)
            : base("test:index:Registering", name) => RegisterOutputs(outputs);
    }

    private sealed class SmallStack : Stack
    {
        public SmallStack() => Url = Output.Format($"https://{new Thing("thing", new() { Title = "t" }).Id}");

        [Output("url")]
        public Output<string> Url { get; private set; }

        [Output]
        public Output<int> Plain { get; private set; } = Output.Create(1);
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string>? First { get; set; }

        [Output("second")]
        public Output<string>? Second { get; set; }
    }

    private sealed class PlainTextStack : Stack
    {
        [Output]
        public string Text { get; set; } = "text";
    }
}
