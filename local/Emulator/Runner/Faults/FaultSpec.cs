using System.IO.Enumeration;

namespace WorkoutLog.Local.Runner;

/// <summary>Faults to inject into the functions' calls to AWS. Deterministic: the same calls in the same order get the same faults.</summary>
/// <param name="Rules">All matching rules apply, in this order; delays add up, and the first rule that breaks the call ends it.</param>
public sealed record FaultSpec(int Seed, ImmutableArray<FaultRule> Rules)
{
    /// <summary>A documented example with every member and both forms of a rule.</summary>
    public const string Example =
        """{"seed":1,"faults":[{"action":"dynamodb:TransactWriteItems","function":"ProcessWorkout","kind":"transactionConflict","rate":0.05},"""
        + """{"action":"ssm:*","kind":"latency","latencyMs":3000,"rate":1},{"action":"dynamodb:GetItem","script":["resetAfterCommit","none","throttle"]}]}""";

    /// <exception cref="UserErrorException">The file can't be read or is invalid; the message names every error.</exception>
    public static FaultSpec Load(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file), file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The faults can't be read: {exception.Message}");
        }
    }

    /// <param name="source">Origin of the text, for error messages.</param>
    /// <exception cref="UserErrorException">The text is invalid; the message names every error.</exception>
    public static FaultSpec Parse(string json, string source) => new FaultSpecReader(source).Read(json);
}

/// <param name="Function">Name of the calling function's resource; null for every function.</param>
public abstract record FaultRule(ActionPattern Action, string? Function)
{
    /// <summary>Delay of a call with the fault <see cref="FaultKind.Latency"/>.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Every call gets the fault with the same probability.</summary>
    /// <param name="Rate">Above 0, at most 1.</param>
    public sealed record Random(ActionPattern Action, string? Function, FaultKind Kind, double Rate) : FaultRule(Action, Function);

    /// <summary>The first call gets the first step, and so on; calls after the last step get no fault.</summary>
    /// <param name="Steps">Null for no fault.</param>
    public sealed record Script(ActionPattern Action, string? Function, ImmutableArray<FaultKind?> Steps) : FaultRule(Action, Function);
}

/// <summary>A pattern for actions: <c>dynamodb:PutItem</c>, with <c>*</c> for any characters. Case-insensitive, as in IAM.</summary>
public sealed record ActionPattern(string Text)
{
    // A backslash would be an escape character; no action contains one.
    public bool Matches(string action) =>
        !Text.Contains('\\', StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(Text, action, ignoreCase: true);
}

/// <summary>A fault of a function's call to AWS.</summary>
public enum FaultKind
{
    /// <summary>The service throttles the call; a transaction is cancelled for it.</summary>
    Throttle,

    /// <summary>The service fails with status 500.</summary>
    InternalError,

    /// <summary>The call reaches the service after a delay.</summary>
    Latency,

    /// <summary>The connection breaks before the call reaches the service.</summary>
    ResetBefore,

    /// <summary>The service executes the call; then the connection breaks, and the response is lost.</summary>
    ResetAfterCommit,

    /// <summary>Another transaction holds one of the items.</summary>
    TransactionConflict,

    /// <summary>An earlier attempt with the same token is still in progress.</summary>
    TransactionInProgress,

    /// <summary>The service is unreachable: every call fails.</summary>
    Down,
}

/// <summary>The names of the kinds, and the actions that each applies to.</summary>
internal static class FaultKinds
{
    public static ImmutableArray<FaultKind> All { get; } = [.. Enum.GetValues<FaultKind>()];

    public static ImmutableArray<string> Actions { get; } =
    [
        "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
        "dynamodb:Scan", "dynamodb:TransactGetItems", "dynamodb:TransactWriteItems", "dynamodb:UpdateItem", "events:PutEvents", "ssm:GetParameters",
    ];

    /// <summary><c>resetAfterCommit</c>.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <param name="action">Service and operation: <c>dynamodb:PutItem</c>.</param>
    public static bool CanHappen(FaultKind kind, string action) => kind switch
    {
        FaultKind.TransactionConflict => action
            is "dynamodb:TransactWriteItems" or "dynamodb:TransactGetItems" or "dynamodb:PutItem" or "dynamodb:UpdateItem" or "dynamodb:DeleteItem",
        FaultKind.TransactionInProgress => action == "dynamodb:TransactWriteItems",
        _ => true,
    };
}
