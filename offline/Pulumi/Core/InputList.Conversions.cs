using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    public static implicit operator InputList<T>(T value) => new(Output.Create<ImmutableArray<Input<T>>>([value]));

    public static implicit operator InputList<T>(Output<T> value) => new(Output.Create<ImmutableArray<Input<T>>>([value]));

    public static implicit operator InputList<T>(Input<T> value) => new(Output.Create<ImmutableArray<Input<T>>>([value]));

    public static implicit operator InputList<T>(T[] values) => Of(values);

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values);

    public static implicit operator InputList<T>(Input<T>[] values) => new(Output.Create(values.ToImmutableArray()));

    public static implicit operator InputList<T>(List<T> values) => Of(values);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values);

    public static implicit operator InputList<T>(List<Input<T>> values) => new(Output.Create(values.ToImmutableArray()));

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(Wrap));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(Wrap));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(Wrap));

    // A default array comes from an output that the mock omitted.
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(array => Wrap(array.IsDefault ? [] : array)));

    private static InputList<T> Of(IEnumerable<T> values) => new(Output.Create(Wrap(values)));

    private static InputList<T> Of(IEnumerable<Output<T>> values)
        => new(Output.Create(values.Select(value => (Input<T>)value).ToImmutableArray()));

    private static ImmutableArray<Input<T>> Wrap(IEnumerable<T> values) => [.. values.Select(value => (Input<T>)value)];
}
