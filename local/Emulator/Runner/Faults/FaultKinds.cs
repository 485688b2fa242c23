using System.Collections.Immutable;
using System.Text.Json;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>The kinds' names, and which calls each of them can happen to.</summary>
internal static class FaultKinds
{
    private static readonly ImmutableHashSet<string> _conflicting =
        ["dynamodb:TransactWriteItems", "dynamodb:TransactGetItems", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"];

    public static ImmutableArray<FaultKind> All { get; } = [.. Enum.GetValues<FaultKind>()];

    /// <summary>The calls that a local run knows.</summary>
    public static ImmutableArray<string> Actions { get; } =
    [
        "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
        "dynamodb:Scan", "dynamodb:TransactGetItems", "dynamodb:TransactWriteItems", "dynamodb:UpdateItem", "ssm:GetParameters",
    ];

    /// <summary><c>resetAfterCommit</c>.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public static FaultKind? Find(string name) => All.Where(kind => NameOf(kind) == name).Select(kind => (FaultKind?)kind).FirstOrDefault();

    /// <param name="action">Service and operation: <c>dynamodb:PutItem</c>.</param>
    public static bool CanHappen(FaultKind kind, string action) => kind switch
    {
        FaultKind.TransactionConflict => _conflicting.Contains(action),
        FaultKind.TransactionInProgress => action == "dynamodb:TransactWriteItems",
        _ => true,
    };
}
