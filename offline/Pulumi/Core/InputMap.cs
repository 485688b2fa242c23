using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map argument; each value, and the map as a whole, may be a value or an output.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _entries;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries) => _entries = entries;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(Entries));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(Entries));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(Entries));

    /// <summary>Merges both maps; the second wins where both have a key.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._entries, second._entries).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <summary>Adding a key again with another value fails when the map is used, not here.</summary>
    public void Add(string key, Input<TValue> value)
        => _entries = _entries.Apply(entries => AddOnce(entries, key, value));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
        => _entries = Output.Tuple(_entries, values._entries).Apply(both => both.Item1.AddRange(both.Item2));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var entries = await _entries.Data.ConfigureAwait(false);
        foreach (var (key, value) in entries.IsKnown ? entries.Value : [])
        {
            yield return value.ToTypedOutput().Apply(v => KeyValuePair.Create(key, v));
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableDictionary<string, TValue>> ToTypedOutput()
        => _entries.Apply(entries => Output
            .All(entries.Select(entry => entry.Value.ToTypedOutput().Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(all => ImmutableDictionary.CreateRange(all)));

    private protected override IOutput Elements() => _entries;

    private static ImmutableDictionary<string, Input<TValue>> AddOnce(
        ImmutableDictionary<string, Input<TValue>> entries, string key, Input<TValue> value)
        => entries.TryGetValue(key, out var present)
            ? entries.SetItem(key, Output.Tuple(present, value).Apply(both => Same(key, both.Item1, both.Item2)))
            : entries.Add(key, value);

    private static TValue Same(string key, TValue present, TValue added)
    {
        if (!Equals(present, added))
        {
            throw new ArgumentException($"Key '{key}' already exists in the map with a different value.");
        }

        return present;
    }

    private static ImmutableDictionary<string, Input<TValue>> Entries(IEnumerable<KeyValuePair<string, TValue>> values)
        => values.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);
}
