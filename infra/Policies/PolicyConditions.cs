using System.Collections.Immutable;
using Conditions = System.Collections.Immutable.ImmutableSortedDictionary<
    string, System.Collections.Immutable.ImmutableSortedDictionary<string, System.Collections.Immutable.ImmutableArray<string>>>;

namespace WorkoutLog.Infra.Policies;

/// <summary>Conditions of a statement: operator to key to values. All keys must hold, and of each key one value.</summary>
internal static class PolicyConditions
{
    private static readonly Conditions _none = Conditions.Empty.WithComparers(StringComparer.Ordinal);

    public static Conditions Equal(string key, params ImmutableArray<string> values) => Of("StringEquals", key, values);

    /// <param name="operation">IAM's condition operator, such as <c>ArnLike</c>.</param>
    public static Conditions Of(string operation, string key, params ImmutableArray<string> values) => _none.And(operation, key, values);

    public static Conditions And(this Conditions conditions, string operation, string key, params ImmutableArray<string> values)
    {
        var keys = conditions.GetValueOrDefault(operation, ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));
        return conditions.SetItem(operation, keys.SetItem(key, values));
    }
}
