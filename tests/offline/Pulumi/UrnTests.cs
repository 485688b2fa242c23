using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class UrnTests
{
    [Fact]
    public async Task Keeps_only_the_root_type_of_the_chain_of_parents()
    {
        var resources = await Evaluate.PreviewAsync(new RecordingMocks(), () => _ = new Group(
            "outer",
            outer => _ = new Group(
                "inner",
                inner => _ = new Thing("leaf", new() { Title = "t" }, new() { Parent = inner }),
                new() { Parent = outer })));

        var urns = await Task.WhenAll(resources.Select(resource => OutputUtilities.GetValueAsync(resource.Urn)));

        Assert.Equal(
            [
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::outer",
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::inner",
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Thing::leaf",
            ],
            urns);
    }

    [Fact]
    public async Task Names_the_stack_after_project_and_stack()
    {
        var mocks = new RecordingMocks();

        var resources = await Deployment.TestAsync<EmptyStack>(mocks, new TestOptions { ProjectName = "log", StackName = "prod" });

        var stack = Assert.IsType<EmptyStack>(Assert.Single(resources));
        Assert.Equal("log-prod", stack.GetResourceName());
        Assert.Equal("pulumi:pulumi:Stack", stack.GetResourceType());
        Assert.Equal("urn:pulumi:prod::log::pulumi:pulumi:Stack::log-prod", stack.UrnInConstructor);
        Assert.Empty(mocks.Resources);
    }

    [Fact]
    public async Task Accepts_two_resources_of_the_same_name_and_type()
    {
        var mocks = new RecordingMocks();

        var resources = await Evaluate.PreviewAsync(mocks, () =>
        {
            _ = new Thing("twin", new() { Title = "1" });
            _ = new Thing("twin", new() { Title = "2" });
        });

        Assert.Equal(2, mocks.Resources.Count);
        Assert.Equal(
            await OutputUtilities.GetValueAsync(resources[0].Urn),
            await OutputUtilities.GetValueAsync(resources[1].Urn));
    }

    private sealed class EmptyStack : Stack
    {
        public EmptyStack() => Urn.Apply(urn => UrnInConstructor = urn);

        public string? UrnInConstructor { get; private set; }
    }
}
