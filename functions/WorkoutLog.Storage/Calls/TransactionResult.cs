using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage.Calls;

/// <summary>What became of a transaction: carried out, or refused by the conditions of some of its items.</summary>
internal sealed class TransactionResult
{
    private readonly IReadOnlyList<CancellationReason> _reasons;

    private TransactionResult(IReadOnlyList<CancellationReason> reasons) => _reasons = reasons;

    public static TransactionResult Committed { get; } = new([]);

    public bool IsCommitted => _reasons.Count == 0;

    public static TransactionResult Refused(IReadOnlyList<CancellationReason> reasons) => new(reasons);

    /// <summary>For a refusal that says nothing about what was written: it must not become an answer.</summary>
    public static InvalidDataException NoConditionThere() => new("A transaction was refused by an item that has no condition.");

    /// <param name="item">The item's place in the transaction.</param>
    public bool IsRefusedBy(int item) => item < _reasons.Count && CancellationCauses.IsCondition(_reasons[item]);

    /// <summary>What stood in the table when the item's condition failed; null when there was nothing.</summary>
    /// <param name="item">The place of an item that asked for it (<c>ALL_OLD</c>).</param>
    public IReadOnlyDictionary<string, AttributeValue>? Found(int item) =>
        _reasons[item].Item is { Count: > 0 } found ? found : null;
}
