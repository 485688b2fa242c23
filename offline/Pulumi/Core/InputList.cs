using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list argument; each element, and the list as a whole, may be a value or an output.</summary>
public sealed partial class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _elements;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements) => _elements = elements;

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => _elements = Join(_elements, inputs._elements);

    public InputList<T> Concat(InputList<T> other) => new(Join(_elements, other._elements));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var elements = await _elements.Data.ConfigureAwait(false);
        foreach (var element in elements.IsKnown ? elements.Value : [])
        {
            yield return element;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableArray<T>> ToTypedOutput() => _elements.Apply(elements => Output.All(elements));

    private protected override IOutput Elements() => _elements;

    private static Output<ImmutableArray<Input<T>>> Join(Output<ImmutableArray<Input<T>>> first, Output<ImmutableArray<Input<T>>> second)
        => Output.Tuple(first, second).Apply(both => both.Item1.AddRange(both.Item2));
}
