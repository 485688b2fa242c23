namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Tuple(item1.ToTypedOutput(), item2.ToTypedOutput());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => Combine([Box(item1), Box(item2)], v => ((T1)v[0]!, (T2)v[1]!));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(item1.ToTypedOutput(), item2.ToTypedOutput(), item3.ToTypedOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => Combine([Box(item1), Box(item2), Box(item3)], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Tuple(item1.ToTypedOutput(), item2.ToTypedOutput(), item3.ToTypedOutput(), item4.ToTypedOutput());

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => Combine([Box(item1), Box(item2), Box(item3), Box(item4)], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
        => Tuple(item1.ToTypedOutput(), item2.ToTypedOutput(), item3.ToTypedOutput(), item4.ToTypedOutput(), item5.ToTypedOutput());

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
        => Combine(
            [Box(item1), Box(item2), Box(item3), Box(item4), Box(item5)],
            v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
        => Tuple(
            item1.ToTypedOutput(), item2.ToTypedOutput(), item3.ToTypedOutput(), item4.ToTypedOutput(),
            item5.ToTypedOutput(), item6.ToTypedOutput());

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
        => Combine(
            [Box(item1), Box(item2), Box(item3), Box(item4), Box(item5), Box(item6)],
            v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Tuple(
            item1.ToTypedOutput(), item2.ToTypedOutput(), item3.ToTypedOutput(), item4.ToTypedOutput(),
            item5.ToTypedOutput(), item6.ToTypedOutput(), item7.ToTypedOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => Combine(
            [Box(item1), Box(item2), Box(item3), Box(item4), Box(item5), Box(item6), Box(item7)],
            v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!));

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Tuple(
            item1.ToTypedOutput(), item2.ToTypedOutput(), item3.ToTypedOutput(), item4.ToTypedOutput(),
            item5.ToTypedOutput(), item6.ToTypedOutput(), item7.ToTypedOutput(), item8.ToTypedOutput());

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => Combine(
            [Box(item1), Box(item2), Box(item3), Box(item4), Box(item5), Box(item6), Box(item7), Box(item8)],
            v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!, (T8)v[7]!));

    private static Output<object?> Box<T>(Output<T> output) => new(((IOutput)output).ResolveAsync());

    private static Output<TTuple> Combine<TTuple>(Output<object?>[] items, Func<IReadOnlyList<object?>, TTuple> combine)
    {
        return new(CombineAsync());

        async Task<Resolved<TTuple>> CombineAsync()
        {
            var values = await GatherAsync(items).ConfigureAwait(false);
            return values.With(values.IsKnown ? combine(values.Value) : default!);
        }
    }
}
