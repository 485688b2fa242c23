using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class InvokeTests
{
    private const string Token = "test:index:getThing";

    [Fact]
    public async Task Call_the_mock_and_convert_its_result()
    {
        var mocks = new RecordingMocks { Result = args => new Dictionary<string, object> { ["label"] = args.Args["name"], ["size"] = "odd" } };
        Part? awaited = null;
        Output<Part>? output = null;

        await Deployment.TestAsync(mocks, new(), async () =>
        {
            awaited = await Deployment.Instance.InvokeAsync<Part>(Token, new FindArgs { Name = "n", Count = 3 });
            output = Deployment.Instance.Invoke<Part>(Token, new FindArgs { Name = "n" }, new InvokeOptions());
        });

        Assert.Equal(("n", null), (awaited!.Label, awaited.Size));
        Assert.Equal("n", (await OutputUtilities.GetValueAsync(output!)).Label);
        Assert.Equal((Token, ""), (mocks.Calls[0].Token, mocks.Calls[0].Provider));
        Assert.Equal(3.0, mocks.Calls[0].Args["count"]);
    }

    [Fact]
    public async Task Do_not_call_the_mock_when_an_argument_is_unknown()
    {
        var mocks = new RecordingMocks();
        Output<Part>? output = null;

        await Evaluate.PreviewAsync(mocks, () => output = Deployment.Instance.Invoke<Part>(
            Token, new FindArgs { Name = OutputUtilities.CreateUnknown("n") }, new InvokeOptions()));

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(output!));
    }

    [Fact]
    public async Task Carry_the_dependencies_of_the_arguments_and_the_secrecy_of_the_result()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["label"] = Output.CreateSecret("s") } };
        Output<Part>? plain = null;

        var resources = await Evaluate.PreviewAsync(mocks, () =>
        {
            var thing = new Thing("thing", new() { Title = "t" });
            plain = Deployment.Instance.Invoke<Part>(Token, new FindArgs { Name = thing.Id }, new InvokeOptions());
        });

        Assert.Same(resources.Single(), Assert.Single(await OutputUtilities.GetDependenciesAsync(plain!)));
        Assert.True(await Output.IsSecretAsync(plain!));
    }

    [Fact]
    public async Task Do_not_take_over_the_secrecy_of_an_argument()
    {
        var mocks = new RecordingMocks();
        Output<Part>? output = null;

        await Evaluate.PreviewAsync(mocks, () => output = Deployment.Instance.Invoke<Part>(
            Token, new FindArgs { Name = Output.CreateSecret("n") }, new InvokeOptions()));

        Assert.False(await Output.IsSecretAsync(output!));
        Assert.Equal("n", mocks.Calls.Single().Args["name"]);
    }

    [Fact]
    public async Task Report_a_missing_argument_for_the_call_as_well()
    {
        var errors = await Evaluate.ErrorsAsync(() => Deployment.Instance.Invoke<Part>(Token, new FindArgs(), new InvokeOptions()));

        Assert.Equal(2, errors.Length);
        Assert.StartsWith($"Error serializing arguments for invoke {Token}: ", errors[0], StringComparison.Ordinal);
        Assert.Contains("FindArgs.Name is required but was not given a value", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_a_failing_mock()
    {
        var errors = await Evaluate.ErrorsAsync(
            () => Deployment.Instance.Invoke<Part>(Token, new FindArgs { Name = "n" }, new InvokeOptions()),
            new RecordingMocks { Result = _ => throw new RunException("no such thing") });

        Assert.Equal("no such thing", Assert.Single(errors));
    }

    [Fact]
    public async Task Convert_results_that_are_plain_dictionaries()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["a"] = "1" } };
        ImmutableDictionary<string, string>? result = null;

        await Deployment.TestAsync(mocks, new(), async () =>
            result = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, string>>(Token, InvokeArgs.Empty));

        Assert.Equal("1", result!["a"]);
    }

    [Fact]
    public async Task Do_not_call_the_mock_while_a_resource_behind_an_argument_has_no_identifier()
    {
        var mocks = new RecordingMocks { NewResource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Output<Part>? byArgument = null;
        Output<Part>? byDependency = null;

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var thing = new Thing("thing", new() { Title = "t" });
            byArgument = Deployment.Instance.Invoke<Part>(Token, new FindArgs { Name = thing.Title }, new InvokeOptions());
            byDependency = Deployment.Instance.Invoke<Part>(
                Token, new FindArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { thing } });
        });

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(byArgument!));
        Assert.False(await OutputUtilities.GetIsKnownAsync(byDependency!));
    }

    [Fact]
    public async Task Call_the_mock_with_the_known_arguments_when_awaited()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["label"] = "l" } };
        Part? result = null;

        await Deployment.TestAsync(mocks, new(), async () => result = await Deployment.Instance.InvokeAsync<Part>(
            Token, new FindArgs { Name = OutputUtilities.CreateUnknown("n"), Count = 1 }));

        Assert.Equal(["count"], mocks.Calls.Single().Args.Keys);
        Assert.Equal("l", result!.Label);
    }

    private sealed class FindArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;

        [Input("count")]
        public int? Count { get; set; }
    }
}
