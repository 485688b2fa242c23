using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class OutputTests
{
    [Fact]
    public async Task Flattens_what_apply_returns()
    {
        var source = Output.Create(1);

        Assert.Equal(2, await OutputUtilities.GetValueAsync(source.Apply(x => x + 1)));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(source.Apply(x => Task.FromResult(x + 1))));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(source.Apply(x => Output.Create(x + 1))));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(source.Apply(Input<int>? (x) => x + 1)));
        Assert.Null(await OutputUtilities.GetValueAsync(source.Apply(Output<string>? (_) => null)));
    }

    [Fact]
    public async Task Carries_secrecy_through_apply_format_tuple_and_all()
    {
        var secret = Output.CreateSecret("s");
        var plain = Output.Create("p");

        Assert.True(await Output.IsSecretAsync(secret.Apply(value => value)));
        Assert.True(await Output.IsSecretAsync(plain.Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{plain}{secret}")));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(plain, secret)));
        Assert.True(await Output.IsSecretAsync(Output.All(plain, secret)));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(plain)));
        Assert.False(await Output.IsSecretAsync(plain));
    }

    [Fact]
    public async Task Stays_unknown_when_any_part_is()
    {
        var unknown = OutputUtilities.CreateUnknown("u");
        var plain = Output.Create("p");

        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{plain}{unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(plain, unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(plain, unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(plain.Apply(_ => unknown)));
        Assert.True((await OutputUtilities.GetValueAsync(Output.All(plain, unknown))).IsDefault);
    }

    [Fact]
    public async Task Formats_in_the_invariant_culture_with_the_specifiers_applied_to_the_values()
    {
        var text = Output.Format($"{Output.Create(0.5)}|{Output.Create(7):D3}|{Output.Create("r"),3}|{Output.Create((string?)null)}|{true}|{(Input<int>)1}");

        Assert.Equal("0.5|007|  r||True|1", await OutputUtilities.GetValueAsync(text));
    }

    [Fact]
    public async Task Combines_up_to_eight_values_and_any_number_of_one_type()
    {
        var one = Output.Create(1);
        Input<int> two = 2;

        var eight = await OutputUtilities.GetValueAsync(Output.Tuple(one, one, one, one, one, one, one, Output.Create("8")));
        var inputs = await OutputUtilities.GetValueAsync(Output.Tuple<int, string>(two, "x"));
        var all = await OutputUtilities.GetValueAsync(Output.All(one, Output.Create(2)));
        var none = await OutputUtilities.GetValueAsync(Output.All(ImmutableArray<Output<int>>.Empty));

        Assert.Equal((1, 1, 1, 1, 1, 1, 1, "8"), eight);
        Assert.Equal((2, "x"), inputs);
        Assert.Equal([1, 2], all.ToArray());
        Assert.Empty(none);
    }

    [Fact]
    public async Task Gives_the_default_for_an_unknown_and_never_applies_to_it()
    {
        var applied = false;
        var unknown = OutputUtilities.CreateUnknown(5);
        unknown.Apply(_ => applied = true);

        Assert.Equal(0, await OutputUtilities.GetValueAsync(unknown));
        Assert.False(applied);
    }

    [Fact]
    public async Task Gives_a_warning_in_place_of_its_text()
    {
        var text = "";

        await Evaluate.PreviewAsync(new RecordingMocks(), () => text = Output.Create(1).ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picks_elements_of_an_array()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("b", await OutputUtilities.GetValueAsync(array.GetAt(1)));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(array.First()));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(array.Length()));
    }
}
