using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class OrderTests
{
    [Fact]
    public async Task Registers_in_the_constructor_when_nothing_has_to_be_waited_for()
    {
        var mocks = new RecordingMocks { State = args => args.Inputs };
        var seen = new List<int>();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var first = new Thing("first", new() { Title = "t" });
            seen.Add(mocks.Resources.Count);
            _ = new Thing("second", new() { Title = Output.Format($"{first.Title}-{first.Id}") }, new() { DependsOn = { first } });
            seen.Add(mocks.Resources.Count);
        });

        Assert.Equal([1, 2], seen);
        Assert.Equal("t-first-id", mocks.Named("second").Inputs["title"]);
    }

    [Fact]
    public async Task Runs_apply_at_once_on_what_is_there()
    {
        var mocks = new RecordingMocks { State = args => args.Inputs };
        string? seen = null;

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var thing = new Thing("thing", new() { Title = "now" });
            thing.Title.Apply(title => seen = title);
            Assert.Equal("now", seen);
        });

        Assert.Equal("now", seen);
    }

    [Fact]
    public async Task Returns_the_resources_in_the_order_of_their_registration_without_the_stack()
    {
        var resources = await Evaluate.PreviewAsync(new RecordingMocks(), () =>
        {
            _ = new Group("group", self => _ = new Thing("child", new() { Title = "t" }, new() { Parent = self }));
            _ = new Thing("last", new() { Title = "t" });
        });

        Assert.Equal(["group", "child", "last"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Registers_the_outputs_of_nested_components_from_the_inside_out_and_the_stack_last()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            _ = new Group("outer", outer => _ = new Group(
                "inner",
                inner => _ = new Thing("leaf", new() { Title = "t" }, new() { Parent = inner }),
                new() { Parent = outer }));
            _ = new Thing("top", new() { Title = "t" });
        });

        Assert.Equal(
            ["new outer", "new inner", "new leaf", "outputs inner", "outputs outer", "new top", "outputs project-stack"],
            mocks.Sequence);
    }

    [Fact]
    public async Task Lets_later_resources_overtake_one_that_waits()
    {
        var mocks = new RecordingMocks();
        var gate = new TaskCompletionSource<string>();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            _ = new Thing("waiting", new() { Title = Output.Create(gate.Task) });
            _ = new Thing("next", new() { Title = "t" });
            Assert.Equal(["next"], mocks.Resources.Select(resource => resource.Name));
            gate.SetResult("late");
        });

        Assert.Equal(["next", "waiting"], mocks.Resources.Select(resource => resource.Name));
        Assert.Equal("late", mocks.Named("waiting").Inputs["title"]);
    }

    [Fact]
    public async Task Lets_children_wait_for_the_registration_of_their_parent()
    {
        var gate = new TaskCompletionSource();
        var mocks = new RecordingMocks
        {
            NewResource = async args =>
            {
                await (args.Name == "group" ? gate.Task : Task.CompletedTask);
                return (null, new Dictionary<string, object>());
            },
        };

        await Evaluate.PreviewAsync(mocks, () =>
        {
            _ = new Group("group", self => _ = new Thing("child", new() { Title = "t" }, new() { Parent = self }));
            Assert.Equal(["group"], mocks.Resources.Select(resource => resource.Name));
            gate.SetResult();
        });

        Assert.Equal(["group", "child"], mocks.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task Waits_for_all_children_of_a_component_that_is_depended_on()
    {
        var gate = new TaskCompletionSource();
        var mocks = new RecordingMocks
        {
            NewResource = async args =>
            {
                await (args.Name == "child" ? gate.Task : Task.CompletedTask);
                return ($"{args.Name}-id", new Dictionary<string, object>());
            },
        };

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var group = new Group("group", self => _ = new Thing("child", new() { Title = "t" }, new() { Parent = self }));
            _ = new Thing("dependent", new() { Title = "t" }, new() { DependsOn = { group } });
            Assert.Equal(["group", "child"], mocks.Resources.Select(resource => resource.Name));
            gate.SetResult();
        });

        Assert.Equal(["group", "child", "dependent"], mocks.Resources.Select(resource => resource.Name));
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
        Assert.Single((System.Collections.IEnumerable)mocks.Named("thing").Inputs["zones"]);
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
        var mocks = new RecordingMocks();

        var resources = await Deployment.TestAsync(mocks, new TestOptions(), async () =>
        {
            await Task.Yield();
            _ = new Thing("thing", new() { Title = "t" });
        });

        Assert.Equal("thing", Assert.Single(resources).GetResourceName());
    }
}
