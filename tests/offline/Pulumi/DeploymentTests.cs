using Moq;
using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class DeploymentTests
{
    [Fact]
    public Task Has_names_by_default() => Evaluate.PreviewAsync(new RecordingMocks(), () =>
    {
        var instance = Deployment.Instance;
        Assert.Equal(
            ("organization", "project", "stack", true), (instance.OrganizationName, instance.ProjectName, instance.StackName, instance.IsDryRun));
        Assert.Equal(
            "The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.",
            Assert.Throws<InvalidOperationException>(() => instance.RootDirectory).Message);
    });

    [Fact]
    public async Task Uses_the_names_of_the_options_also_inside_mocks_and_apply()
    {
        var seen = new List<string>();
        var mocks = new RecordingMocks
        {
            State = _ =>
            {
                seen.Add(Deployment.Instance.StackName);
                return new Dictionary<string, object>();
            },
        };
        var options = new TestOptions { OrganizationName = "o", ProjectName = "p", StackName = "s", RootDirectory = "/root-directory", IsPreview = false };

        await Deployment.TestAsync(mocks, options, () =>
        {
            _ = new Thing("thing", new() { Title = "t" });
            Output.Create(1).Apply(async one =>
            {
                await Task.Yield();
                seen.Add(Deployment.Instance.RootDirectory);
                return one;
            });
            Assert.False(Deployment.Instance.IsDryRun);
        });

        Assert.Equal(["s", "/root-directory"], seen);
    }

    [Fact]
    public async Task Rejects_a_run_inside_a_run()
    {
        var failure = await Evaluate.FailureAsync(() => Output.Create(1).Apply(async _ =>
        {
            await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () => { });
        }));

        Assert.Contains(
            "System.InvalidOperationException: Deployment.Instance should only be set once at the beginning of a 'Run' call.",
            failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Isolates_parallel_runs()
    {
        var names = Enumerable.Range(0, 8).Select(i => $"stack{i}").ToList();

        var seen = await Task.WhenAll(names.Select(name => Task.Run(async () =>
        {
            var (_, outputs) = await Deployment.TestAsync(
                new RecordingMocks(),
                new TestOptions { StackName = name },
                () => (IDictionary<string, object?>)new Dictionary<string, object?> { ["name"] = Deployment.Instance.StackName });
            return outputs["name"];
        })));

        Assert.Equal(names, seen);
    }

    [Fact]
    public async Task Gets_the_stack_from_a_service_provider() => Assert.Equal("given",
        Assert.IsType<GivenStack>((await Deployment.TestWithServiceProviderAsync<GivenStack>(new RecordingMocks(), new Provider()))[0]).Name);

    [Fact]
    public async Task Accepts_mocks_that_ignore_outputs()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) => (args.Name, args.Inputs));

        var resources = await Deployment.TestAsync(mocks.Object, new TestOptions(), () => _ = new Thing("thing", new() { Title = "t" }));

        Assert.Single(resources);
        mocks.Verify(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == "test:index:Thing")), Times.Once);
    }

    private sealed class GivenStack(string name) : Stack
    {
        public string Name { get; } = name;
    }

    private sealed class Provider : IServiceProvider
    {
        public object? GetService(Type serviceType) => new GivenStack("given");
    }
}
