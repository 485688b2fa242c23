using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class OptionsTests
{
    /// <summary>Options, and the identifier and title that the mock sees.</summary>
    public static TheoryData<CustomResourceOptions?, string> Registered => new()
    {
        { null, "" },
        { new() { Id = "", Version = "7.48.0" }, "" },
        { new() { ImportId = "x-1" }, "x-1" },
    };

    [Theory, MemberData(nameof(Registered))]
    public async Task Register_or_import_a_resource_with_its_inputs(CustomResourceOptions? options, string id)
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () => _ = new Thing("thing", new() { Title = "t" }, options));

        var seen = mocks.Named("thing");
        Assert.Equal(("test:index:Thing", id, "", "t"), (seen.Type, seen.Id, seen.Provider, (string)seen.Inputs["title"]));
    }

    [Fact]
    public async Task Read_a_resource_by_its_identifier()
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object> { ["title"] = "existing" } };

        var thing = (Thing)(await Evaluate.PreviewAsync(mocks, () => _ = new Thing("thing", null, new() { Id = "x-1" }))).Single();

        Assert.Equal("x-1", mocks.Named("thing").Id);
        Assert.Empty(mocks.Named("thing").Inputs);
        Assert.Equal(("x-1", "existing"), (await thing.Id.ValueAsync(), await thing.Title.ValueAsync()));
    }

    [Fact]
    public async Task Name_the_provider_by_urn_and_identifier_and_pass_it_to_children()
    {
        var mocks = new RecordingMocks();

        await Evaluate.PreviewAsync(mocks, () =>
        {
            var provider = Provider();
            _ = new Thing("direct", new() { Title = "t" }, new() { Provider = provider });
            _ = new Group(
                "group",
                self =>
                {
                    _ = new Thing("inherited", new() { Title = "t" }, new() { Parent = self });
                    _ = new CustomResource("other:index:Plain", "foreign", null, new CustomResourceOptions { Parent = self });
                },
                new() { Providers = { provider } });
            _ = new Thing("default", new() { Title = "t" });
        });

        const string Reference = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::explicit::explicit-id";
        Assert.Equal("pulumi:providers:test", mocks.Named("explicit").Type);
        Assert.Equal(
            (Reference, Reference, "", ""),
            (mocks.Named("direct").Provider, mocks.Named("inherited").Provider, mocks.Named("foreign").Provider, mocks.Named("default").Provider));
    }

    [Fact]
    public async Task Name_an_unknown_identifier_of_a_provider_by_a_fixed_text()
    {
        var mocks = new RecordingMocks { NewResource = _ => Task.FromResult<(string?, object)>((null, new Dictionary<string, object>())) };

        await Evaluate.PreviewAsync(mocks, () => _ = new Thing("thing", new() { Title = "t" }, new() { Provider = Provider() }));

        Assert.EndsWith("::explicit::04da6b54-80e4-46f7-96ec-b56ff0331ba9", mocks.Named("thing").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reject_both_provider_options_on_a_component()
    {
        var failure = await Evaluate.FailureAsync(() =>
        {
            var provider = Provider();
            _ = new Group("group", _ => { }, new() { Provider = provider, Providers = { provider } });
        });

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reject_an_alias_that_contradicts_itself()
    {
        var whole = "urn:pulumi:a::b::c::d";
        var refusals = new Dictionary<string, Alias>
        {
            ["Alias should not specify both Urn and Name"] = new() { Urn = whole, Name = "old" },
            ["Alias should not specify both Urn and Type"] = new() { Urn = whole, Type = "old", NoParent = true },
            ["Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias"] = new() { ParentUrn = whole, NoParent = true },
        };

        foreach (var (refusal, alias) in refusals)
        {
            var errors = await Evaluate.ErrorsAsync(() => _ = new Thing("thing", new() { Title = "t" }, new() { Aliases = { alias } }));

            Assert.Contains($"System.ArgumentException: {refusal}", Assert.Single(errors), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Merge_into_new_options_where_the_second_wins_and_lists_are_joined()
    {
        var first = new CustomResourceOptions { Protect = true, Version = "1", IgnoreChanges = { "a" }, ImportId = "i" };
        var second = new CustomResourceOptions { Protect = false, IgnoreChanges = { "b" }, DeleteBeforeReplace = true };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.Equal((false, "1", "i", true), (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Empty((await merged.DependsOn.ToOutput().ValueAsync()).ToArray());
        Assert.NotNull(CustomResourceOptions.Merge(null, null));
        Assert.True(ComponentResourceOptions.Merge(null, new() { Protect = true }).Protect);
    }

    private static ProviderResource Provider() => new("test", "explicit", ResourceArgs.Empty, new CustomResourceOptions());
}
