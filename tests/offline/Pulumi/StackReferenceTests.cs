using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class StackReferenceTests
{
    [Theory, InlineData(null, "org/app/dev"), InlineData("org/app/prod", "org/app/prod")]
    public async Task Reads_the_named_stack(string? stack, string expected)
    {
        var mocks = new RecordingMocks();

        var resources = await Evaluate.PreviewAsync(mocks, () => _ = new StackReference("org/app/dev", stack is null ? null : new StackReferenceArgs { Name = stack }));

        var read = mocks.Resources.Single();
        Assert.Equal(("pulumi:pulumi:StackReference", "org/app/dev", expected), (read.Type, read.Name, read.Id));
        Assert.Equal(expected, Assert.Single(read.Inputs, input => input.Key == "name").Value);
        Assert.Equal(expected, await Assert.IsType<StackReference>(resources.Single()).Id.ValueAsync());
    }

    [Fact]
    public async Task Returns_outputs_of_any_kind_and_null_for_a_missing_one()
    {
        var stack = await ReadAsync(State(("url", "u"), ("count", 3), ("names", ImmutableArray.Create<object>("a"))));

        Assert.Equal("u", await stack.GetOutput("url").ValueAsync());
        Assert.Equal(3.0, await stack.GetOutput("count").ValueAsync());
        Assert.Equal("a", Assert.Single(Assert.IsType<ImmutableArray<object>>(await stack.GetOutput("names").ValueAsync())));
        Assert.True(await stack.GetOutput("none").IsKnownAsync());
        Assert.Null(await stack.GetOutput("none").ValueAsync());
    }

    [Fact]
    public async Task Only_the_secret_output_is_secret()
    {
        var stack = await ReadAsync(State(("url", "u"), ("password", Output.CreateSecret("p"))).SetItem("secretOutputNames", ImmutableArray.Create<object>("password")));

        Assert.Equal((false, true), (await stack.GetOutput("url").IsSecretAsync(), await stack.GetOutput("password").IsSecretAsync()));
        Assert.Equal("u", await stack.GetValueAsync("url"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stack.GetValueAsync("password"));
    }

    [Fact]
    public async Task All_outputs_are_secret_while_it_is_unknown_which_one_is()
    {
        var stack = await ReadAsync(State(("url", "u"), ("password", Output.CreateSecret("p"))).Remove("secretOutputNames"));

        Assert.True(await stack.GetOutput("url").IsSecretAsync());
    }

    [Fact]
    public async Task A_program_can_wait_for_a_value()
    {
        object? value = null;

        await Deployment.TestAsync(
            new RecordingMocks { State = _ => State(("url", "u")) }, new(), async () => value = await new StackReference("org/app/dev").GetValueAsync("url"));

        Assert.Equal("u", value);
    }

    private static ImmutableDictionary<string, object> State(params (string Name, object Value)[] outputs) => ImmutableDictionary<string, object>.Empty
        .Add("outputs", outputs.ToImmutableDictionary(output => output.Name, output => output.Value))
        .Add("secretOutputNames", ImmutableArray<object>.Empty);

    private static async Task<StackReference> ReadAsync(ImmutableDictionary<string, object> state) =>
        (StackReference)(await Evaluate.PreviewAsync(new RecordingMocks { State = _ => state }, () => _ = new StackReference("org/app/dev"))).Single();
}
