using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Storage.Resilience;

/// <summary>Reads the reasons of a cancelled transaction; there is one for each item.</summary>
internal static class CancellationCauses
{
    private const string ConditionFailed = "ConditionalCheckFailed";
    private const string Conflict = "TransactionConflict";

    private static readonly HashSet<string> _rejected = ["ValidationError", "ItemCollectionSizeLimitExceeded"];

    private static readonly HashSet<string> _throttled =
        ["ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded"];

    /// <remarks>
    /// A condition that failed beside a conflict was looked at while the other transaction was at work: it is tried again,
    /// for only a condition that failed alone is an answer.
    /// </remarks>
    public static CancellationCause Of(IReadOnlyList<CancellationReason>? reasons)
    {
        string[] codes = [.. (reasons ?? []).Select(reason => reason.Code).Where(code => code is not (null or "None"))];
        if (codes.Length == 0 || !codes.All(IsKnown))
        {
            return CancellationCause.Unknown;
        }

        return codes.Any(_rejected.Contains) ? CancellationCause.Rejected
            : codes.Any(_throttled.Contains) ? CancellationCause.Throttled
            : codes.Contains(Conflict) ? CancellationCause.Conflict
            : CancellationCause.Condition;
    }

    public static bool IsCondition(CancellationReason reason) => reason.Code == ConditionFailed;

    private static bool IsKnown(string code) =>
        code is ConditionFailed or Conflict || _throttled.Contains(code) || _rejected.Contains(code);
}
