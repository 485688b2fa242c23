using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class InputTests
{
    private static readonly string[] _singleText = ["a"];

    [Fact]
    public async Task Converts_values_and_outputs_both_ways()
    {
        Input<string> fromValue = "a";
        Input<string> fromOutput = Output.Create("b");
        Output<string> back = fromValue;

        Assert.Equal("a", await OutputUtilities.GetValueAsync(back));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(fromOutput.ToOutput()));
        Assert.Equal(1, await OutputUtilities.GetValueAsync(fromOutput.Apply(text => text.Length)));
    }

    [Fact]
    public async Task Is_an_input_of_null_when_made_from_a_null_value_but_refuses_a_null_output()
    {
        Input<string> fromNull = (string)null!;

        Assert.NotNull(fromNull);
        Assert.Null(await OutputUtilities.GetValueAsync(fromNull.ToOutput()));
        Assert.Throws<ArgumentNullException>(() => { Input<string> _ = (Output<string>)null!; });
    }

    [Fact]
    public async Task Makes_lists_of_everything_that_is_like_one()
    {
        var lists = new InputList<string>[]
        {
            _singleText,
            new List<string> { "a" },
            ImmutableArray.Create("a"),
            "a",
            Output.Create("a"),
            new[] { Output.Create("a") },
            new List<Output<string>> { Output.Create("a") },
            new Input<string>[] { "a" },
            Output.Create(ImmutableArray.Create("a")),
            Output.Create(new List<string> { "a" }),
            Output.Create(_singleText),
        };

        foreach (var list in lists)
        {
            list.Add("b");
            Assert.Equal(["a", "b"], (await OutputUtilities.GetValueAsync(list.ToOutput())).ToArray());
        }
    }

    [Fact]
    public async Task Joins_lists()
    {
        InputList<int> first = new[] { 1 };
        InputList<int> second = new[] { 2 };

        var joined = first.Concat(second);
        first.AddRange(second);

        Assert.Equal<int>([1, 2], await OutputUtilities.GetValueAsync(joined.ToOutput()));
        Assert.Equal<int>([1, 2], await OutputUtilities.GetValueAsync(first.ToOutput()));
        var seen = new List<int>();
        await foreach (var item in first)
        {
            seen.Add(await OutputUtilities.GetValueAsync(item.ToOutput()));
        }

        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public void Cannot_be_enumerated_without_waiting()
    {
        InputList<int> list = new[] { 1 };

        Assert.Throws<NotSupportedException>(() =>
        {
            foreach (var item in (System.Collections.IEnumerable)list)
            {
                Assert.Null(item);
            }
        });
    }

    [Fact]
    public async Task Makes_maps_of_dictionaries_and_merges_them_with_the_second_winning()
    {
        InputMap<string> first = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = Output.Create(new Dictionary<string, string> { ["b"] = "2" });

        var merged = await OutputUtilities.GetValueAsync(InputMap<string>.Merge(first, second).ToOutput());

        Assert.Equal("1", merged["a"]);
        Assert.Equal("2", merged["b"]);
    }

    [Fact]
    public async Task Fails_a_map_that_is_given_a_key_twice_when_it_is_used()
    {
        InputMap<string> map = new() { ["k"] = "1" };
        map.Add("k", "2");

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(map.ToOutput()));

        Assert.Equal("Key 'k' already exists in the map with a different value.", failure.Message);
    }

    [Fact]
    public async Task Accepts_a_key_twice_with_the_same_value()
    {
        InputMap<string> map = new() { ["k"] = "1" };
        map.Add("k", Output.Create("1"));

        Assert.Equal("1", (await OutputUtilities.GetValueAsync(map.ToOutput()))["k"]);
    }

    [Fact]
    public async Task Keeps_which_type_of_a_union_it_was_given()
    {
        InputUnion<string, int> text = "x";
        InputUnion<string, int> number = Output.Create(5);
        InputList<Union<string, int>> list = [];
        list.Add("a");
        list.Add(1);

        var union = await OutputUtilities.GetValueAsync(number.ToOutput());
        Assert.True((await OutputUtilities.GetValueAsync(text.ToOutput())).IsT0);
        Assert.Equal(5, union.AsT1);
        Assert.Equal(Union<string, int>.FromT1(5), union);
        Assert.Throws<InvalidOperationException>(() => union.AsT0);
        Assert.Equal("five", union.Match(_ => "text", _ => "five"));
        Assert.Equal(2, (await OutputUtilities.GetValueAsync(list.ToOutput())).Length);
    }
}
