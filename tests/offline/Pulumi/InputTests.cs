using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Offline.Tests.PulumiCore;

public class InputTests
{
    private static readonly string[] _singleText = ["a"];

    /// <summary>Every equivalent of a list with the single text a.</summary>
    public static TheoryData<InputList<string>> Lists =>
    [
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
    ];

    [Fact]
    public async Task Converts_values_and_outputs_both_ways()
    {
        Input<string> fromValue = "a";
        Input<string> fromOutput = Output.Create("b");
        Input<string> fromNull = (string)null!;
        Output<string> back = fromValue;

        Assert.Equal("a", await back.ValueAsync());
        Assert.Equal("b", await fromOutput.ToOutput().ValueAsync());
        Assert.Equal(1, await fromOutput.Apply(text => text.Length).ValueAsync());
        Assert.NotNull(fromNull);
        Assert.Null(await fromNull.ToOutput().ValueAsync());
        Assert.Throws<ArgumentNullException>(() => { Input<string> _ = (Output<string>)null!; });
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Converts_every_equivalent_to_a_list(InputList<string> list)
    {
        list.Add("b");

        Assert.Equal(["a", "b"], (await list.ToOutput().ValueAsync()).ToArray());
    }

    [Fact]
    public async Task Joins_lists()
    {
        InputList<int> first = new[] { 1 };
        InputList<int> second = new[] { 2 };

        var joined = first.Concat(second);
        first.AddRange(second);

        Assert.Equal<int>([1, 2], await joined.ToOutput().ValueAsync());
        Assert.Equal<int>([1, 2], await first.ToOutput().ValueAsync());
        var seen = new List<int>();
        await foreach (var item in first)
        {
            seen.Add(await item.ToOutput().ValueAsync());
        }

        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public void Cannot_be_enumerated_without_waiting()
    {
        InputList<int> list = new[] { 1 };

        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).Cast<object>().ToArray());
    }

    [Fact]
    public async Task Converts_dictionaries_to_maps_and_merges_them_with_the_second_winning()
    {
        InputMap<string> first = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = Output.Create(new Dictionary<string, string> { ["b"] = "2" });

        var merged = await InputMap<string>.Merge(first, second).ToOutput().ValueAsync();

        Assert.Equal(("1", "2"), (merged["a"], merged["b"]));
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("2", "Key 'k' already exists in the map with a different value.")]
    public async Task A_map_with_a_key_twice_and_different_values_fails_when_it_is_used(string second, string? failure)
    {
        InputMap<string> map = new() { ["k"] = "1" };
        map.Add("k", Output.Create(second));

        var exception = await Record.ExceptionAsync(() => map.ToOutput().ValueAsync());

        Assert.Equal(failure, exception is null ? null : Assert.IsType<ArgumentException>(exception).Message);
        Assert.True(failure is not null || (await map.ToOutput().ValueAsync())["k"] == "1");
    }

    [Fact]
    public async Task Keeps_the_given_type_of_a_union()
    {
        InputUnion<string, int> text = "x";
        InputUnion<string, int> number = Output.Create(5);
        InputList<Union<string, int>> list = [];
        list.Add("a");
        list.Add(1);

        var union = await number.ToOutput().ValueAsync();

        Assert.True((await text.ToOutput().ValueAsync()).IsT0);
        Assert.Equal((5, Union<string, int>.FromT1(5)), (union.AsT1, union));
        Assert.Throws<InvalidOperationException>(() => union.AsT0);
        Assert.Equal("five", union.Match(_ => "text", _ => "five"));
        Assert.Equal(2, (await list.ToOutput().ValueAsync()).Length);
    }
}
