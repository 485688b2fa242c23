using System.Collections;
using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class OrderTests
{
    [Fact]
    public async Task Registers_in_the_constructor_and_runs_apply_when_nothing_is_pending()
    {
        var mocks = new RecordingMocks { State = args => args.Inputs };
        var seen = new List<object>();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var first = new Thing("first", new() { Title = "now" });
            seen.Add(mocks.Resources.Count);
            first.Title.Apply(title =>
            {
                seen.Add(title);
                return title;
            });
            _ = new Thing("second", new() { Title = Output.Format($"{first.Title}-{first.Id}") }, new() { DependsOn = { first } });
            seen.Add(mocks.Resources.Count);
        });

        Assert.Equal([1, "now", 2], seen);
        Assert.Equal("now-first-id", mocks.Named("second").Inputs["title"]);
    }

    [Fact]
    public async Task Registers_the_outputs_of_nested_components_from_the_inside_out_and_the_stack_last()
    {
        var mocks = new RecordingMocks();

        var resources = await Evaluate.PreviewAsync(mocks, () =>
        {
            _ = new Group("outer", outer => _ = new Group(
                "inner", inner => _ = new Thing("leaf", new() { Title = "t" }, new() { Parent = inner }), new() { Parent = outer }));
            _ = new Thing("top", new() { Title = "t" });
        });

        Assert.Equal(
            ["new outer", "new inner", "new leaf", "outputs inner", "outputs outer", "new top", "outputs project-stack"], mocks.Sequence);
        Assert.Equal(["outer", "inner", "leaf", "top"], resources.Select(resource => resource.GetResourceName()));
        // Only the root type of the parent chain is kept.
        const string Root = "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:";
        Assert.Equal(
            [$"{Root}Group::outer", $"{Root}Group::inner", $"{Root}Thing::leaf", $"{Root}Thing::top"],
            await Task.WhenAll(resources.Select(resource => resource.Urn.ValueAsync())));
    }

    [Fact]
    public async Task Names_the_stack_after_project_and_stack()
    {
        var mocks = new RecordingMocks();

        var resources = await Deployment.TestAsync<EmptyStack>(mocks, new TestOptions { ProjectName = "log", StackName = "prod" });

        var stack = Assert.IsType<EmptyStack>(Assert.Single(resources));
        Assert.Equal(("log-prod", "pulumi:pulumi:Stack"), (stack.GetResourceName(), stack.GetResourceType()));
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
        Assert.Equal(await resources[0].Urn.ValueAsync(), await resources[1].Urn.ValueAsync());
    }

    [Fact]
    public async Task Lets_later_resources_overtake_a_waiting_one()
    {
        var mocks = new RecordingMocks();
        var gate = new TaskCompletionSource<string>();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            _ = new Thing("waiting", new() { Title = Output.Create(gate.Task) });
            _ = new Thing("next", new() { Title = "t" });
            Assert.Equal(["next"], Names(mocks));
            gate.SetResult("late");
        });

        Assert.Equal(["next", "waiting"], Names(mocks));
        Assert.Equal("late", mocks.Named("waiting").Inputs["title"]);
    }

    [Theory]
    [InlineData("group", new[] { "group" })]
    [InlineData("child", new[] { "group", "child" })]
    public async Task Lets_children_wait_for_their_parent_and_a_dependent_for_all_children(string slow, string[] before)
    {
        var gate = new TaskCompletionSource();
        var mocks = new RecordingMocks
        {
            NewResource = async args =>
            {
                await (args.Name == slow ? gate.Task : Task.CompletedTask);
                return ($"{args.Name}-id", new Dictionary<string, object>());
            },
        };

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var group = new Group("group", self => _ = new Thing("child", new() { Title = "t" }, new() { Parent = self }));
            _ = new Thing("dependent", new() { Title = "t" }, new() { DependsOn = { group } });
            Assert.Equal(before, Names(mocks));
            gate.SetResult();
        });

        Assert.Equal(["group", "child", "dependent"], Names(mocks));
    }

    [Fact]
    public async Task Ignores_changes_of_arguments_after_the_constructor()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var args = new ThingArgs { Title = "before", Zones = { "a" } };
            _ = new Thing("thing", args);
            args.Title = "after";
            args.Zones.Add("b");
        });

        Assert.Equal("before", mocks.Named("thing").Inputs["title"]);
        Assert.Single((IEnumerable)mocks.Named("thing").Inputs["zones"]);
    }

    [Fact]
    public async Task Waits_for_work_that_apply_has_started()
    {
        var finished = false;

        await Evaluate.PreviewAsync(new RecordingMocks(), () => Output.Create(1).Apply(async _ =>
        {
            await Task.Yield();
            finished = true;
        }));

        Assert.True(finished);
    }

    [Fact]
    public async Task Runs_the_whole_of_an_asynchronous_program()
    {
        var resources = await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), async () =>
        {
            await Task.Yield();
            _ = new Thing("thing", new() { Title = "t" });
        });

        Assert.Equal("thing", Assert.Single(resources).GetResourceName());
    }

    private static IEnumerable<string?> Names(RecordingMocks mocks) => mocks.Resources.Select(resource => resource.Name);

    private sealed class EmptyStack : Pulumi.Stack
    {
        public EmptyStack() => Urn.Apply(urn => UrnInConstructor = urn);

        public string? UrnInConstructor { get; private set; }
    }
}
