using Pulumi;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class TransformationTests
{
    [Fact]
    public async Task Run_from_the_resource_outwards_and_the_stacks_last()
    {
        TransformedStack.Seen.Clear();

        await Deployment.TestAsync<TransformedStack>(new RecordingMocks(), new TestOptions());

        Assert.Equal(
            ["stack:project-stack", "group:group", "stack:group", "own:thing", "group:thing", "stack:thing"],
            TransformedStack.Seen);
    }

    [Fact]
    public async Task See_the_given_arguments_and_options_before_registration_without_inherited_ones()
    {
        var mocks = new RecordingMocks();
        var args = new ThingArgs { Title = "t" };
        var calls = -1;
        ResourceTransformationArgs? seen = null;
        Group? parent = null;

        await Evaluate.PreviewAsync(mocks, () => _ = new Group(
            "group",
            self =>
            {
                parent = self;
                var options = new CustomResourceOptions { Parent = self, IgnoreChanges = { "count" }, DeleteBeforeReplace = false };
                options.ResourceTransformations.Add(transformed =>
                {
                    calls = mocks.Resources.Count(resource => resource.Name == "thing");
                    seen = transformed;
                    Assert.NotNull(transformed.Resource.Urn);
                    return null;
                });
                _ = new Thing("thing", args, options);
            },
            new() { Protect = true }));

        Assert.Equal((0, "thing"), (calls, seen!.Value.Resource.GetResourceName()));
        Assert.Same(args, seen.Value.Args);
        Assert.Same(parent, seen.Value.Options.Parent);
        Assert.Equal(["count"], seen.Value.Options.IgnoreChanges);
        Assert.Equal((null, null), (seen.Value.Options.Protect, seen.Value.Options.RetainOnDelete));
    }

    [Fact]
    public async Task May_replace_the_arguments_for_the_next_transformation()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var options = new CustomResourceOptions();
            options.ResourceTransformations.Add(transformed => new(new ThingArgs { Title = "replaced" }, transformed.Options));
            options.ResourceTransformations.Add(transformed =>
            {
                ((ThingArgs)transformed.Args).Count = 2;
                return null;
            });
            _ = new Thing("thing", new() { Title = "original" }, options);
        });

        Assert.Equal("replaced", mocks.Named("thing").Inputs["title"]);
        Assert.Equal(2.0, mocks.Named("thing").Inputs["count"]);
    }

    [Fact]
    public async Task May_not_change_the_parent()
    {
        var failure = await Evaluate.FailureAsync(() =>
        {
            var group = new Group("group", _ => { });
            var options = new CustomResourceOptions();
            options.ResourceTransformations.Add(transformed => new(transformed.Args, new CustomResourceOptions { Parent = group }));
            _ = new Thing("thing", new() { Title = "t" }, options);
        });

        Assert.Contains(
            "System.ArgumentException: Transformations cannot currently be used to change the 'parent' of a resource.",
            failure.Message,
            StringComparison.Ordinal);
    }

    private sealed class TransformedStack : Stack
    {
        public TransformedStack()
            : base(new StackOptions { ResourceTransformations = { Note("stack") } })
        {
            _ = new Group(
                "group",
                self => _ = new Thing("thing", new() { Title = "t" }, new() { Parent = self, ResourceTransformations = { Note("own") } }),
                new() { ResourceTransformations = { Note("group") } });
        }

        public static List<string> Seen { get; } = [];

        private static ResourceTransformation Note(string by) => args =>
        {
            Seen.Add($"{by}:{args.Resource.GetResourceName()}");
            return null;
        };
    }
}
