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
        ImmutableDictionary<string, object>? plain = null;

        await Deployment.TestAsync(mocks, new(), async () =>
        {
            awaited = await Deployment.Instance.InvokeAsync<Part>(Token, new FindArgs { Name = "n", Count = 3 });
            output = Invoke(new FindArgs { Name = "n" });
            plain = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>(Token, new FindArgs { Name = "n" });
        });

        Assert.Equal(("n", null), (awaited!.Label, awaited.Size));
        Assert.Equal("n", (await output!.ValueAsync()).Label);
        Assert.Equal(("n", "odd"), (plain!["label"], plain["size"]));
        Assert.Equal((Token, ""), (mocks.Calls[0].Token, mocks.Calls[0].Provider));
        Assert.Equal(3.0, mocks.Calls[0].Args["count"]);
    }

    [Fact]
    public async Task Carry_the_dependencies_of_the_arguments_and_the_secrecy_of_the_result()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["label"] = Output.CreateSecret("s") } };
        Output<Part>? plain = null;

        var resources = await Evaluate.PreviewAsync(mocks, () => plain = Invoke(new FindArgs { Name = new Thing("thing", new() { Title = "t" }).Id }));

        Assert.Same(resources.Single(), Assert.Single(await OutputUtilities.GetDependenciesAsync(plain!)));
        Assert.True(await plain!.IsSecretAsync());
    }

    [Fact]
    public async Task Do_not_inherit_the_secrecy_of_an_argument()
    {
        var mocks = new RecordingMocks();
        Output<Part>? output = null;

        await Evaluate.PreviewAsync(mocks, () => output = Invoke(new FindArgs { Name = Output.CreateSecret("n") }));

        Assert.False(await output!.IsSecretAsync());
        Assert.Equal("n", mocks.Calls.Single().Args["name"]);
    }

    [Fact]
    public async Task Also_report_a_missing_argument_for_the_call()
    {
        var errors = await Evaluate.ErrorsAsync(() => Invoke(new FindArgs()));

        Assert.Equal(2, errors.Length);
        Assert.StartsWith($"Error serializing arguments for invoke {Token}: ", errors[0], StringComparison.Ordinal);
        Assert.Contains("FindArgs.Name is required but was not given a value", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_a_failing_mock() => Assert.Equal(["no such thing"], await Evaluate.ErrorsAsync(
        () => Invoke(new FindArgs { Name = "n" }), new RecordingMocks { Result = _ => throw new RunException("no such thing") }));

    [Fact]
    public async Task Do_not_call_the_mock_when_an_argument_is_unknown_or_a_resource_behind_it_has_no_identifier()
    {
        var mocks = new RecordingMocks { NewResource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Output<Part>[] outputs = [];

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var thing = new Thing("thing", new() { Title = "t" });
            outputs =
            [
                Invoke(new FindArgs { Name = OutputUtilities.CreateUnknown("n") }),
                Invoke(new FindArgs { Name = thing.Title }),
                Deployment.Instance.Invoke<Part>(Token, new FindArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { thing } }),
            ];
        });

        Assert.Empty(mocks.Calls);
        Assert.All(await Task.WhenAll(outputs.Select(output => output.IsKnownAsync())), Assert.False);
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

    private static Output<Part> Invoke(FindArgs args) => Deployment.Instance.Invoke<Part>(Token, args, new InvokeOptions());

    private sealed class FindArgs : InvokeArgs
    {
        [Input("name", required: true)] public Input<string> Name { get; set; } = null!;
        [Input("count")] public int? Count { get; set; }
    }
}
