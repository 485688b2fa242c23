using System.IO.Enumeration;

namespace WorkoutLog.Local.Runner;

/// <summary>Faults to inject into the calls of the functions to AWS; the same calls in the same order meet the same faults.</summary>
/// <param name="Rules">All that fit a call are asked, in this order; the first that breaks the call ends it, and delays add up.</param>
public sealed record FaultSpec(int Seed, ImmutableArray<FaultRule> Rules)
{
    /// <summary>An example for people: every member, both forms of a rule.</summary>
    public const string Example =
        """{"seed":1,"faults":[{"action":"dynamodb:TransactWriteItems","function":"ProcessWorkout","kind":"transactionConflict","rate":0.05},"""
        + """{"action":"ssm:*","kind":"latency","latencyMs":3000,"rate":1},{"action":"dynamodb:GetItem","script":["resetAfterCommit","none","throttle"]}]}""";

    /// <exception cref="UserErrorException">It can't be read, or holds anything that is not known; the message names every error.</exception>
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

    /// <param name="source">Where the text is from, as errors name it.</param>
    /// <exception cref="UserErrorException">It holds anything that is not known; the message names every error.</exception>
    public static FaultSpec Parse(string json, string source) => new FaultSpecReader(source).Read(json);
}

/// <param name="Function">Name of the function's resource whose calls these are; null for every function.</param>
public abstract record FaultRule(ActionPattern Action, string? Function)
{
    /// <summary>How late a call is that meets <see cref="FaultKind.Latency"/>.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Every call meets the fault with the same probability.</summary>
    /// <param name="Rate">Above 0 up to 1.</param>
    public sealed record Random(ActionPattern Action, string? Function, FaultKind Kind, double Rate) : FaultRule(Action, Function);

    /// <summary>The first call meets the first step, and so on; nothing happens to those after the last step.</summary>
    /// <param name="Steps">Null leaves a call alone.</param>
    public sealed record Script(ActionPattern Action, string? Function, ImmutableArray<FaultKind?> Steps) : FaultRule(Action, Function);
}

/// <summary>Names calls: <c>dynamodb:PutItem</c>, with <c>*</c> for any characters. Case counts as little as in IAM.</summary>
public sealed record ActionPattern(string Text)
{
    // A backslash would escape; no action has one.
    public bool Matches(string action) =>
        !Text.Contains('\\', StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(Text, action, ignoreCase: true);
}

/// <summary>What can go wrong with a call of a function to AWS.</summary>
public enum FaultKind
{
    /// <summary>The service takes no more calls for now; a transaction is cancelled because of it.</summary>
    Throttle,

    /// <summary>The service fails, with status 500.</summary>
    InternalError,

    /// <summary>The call reaches the service late.</summary>
    Latency,

    /// <summary>The connection breaks before the call reaches the service.</summary>
    ResetBefore,

    /// <summary>The service carries the call out; then the connection breaks, and the answer is lost.</summary>
    ResetAfterCommit,

    /// <summary>Another transaction holds one of the items.</summary>
    TransactionConflict,

    /// <summary>An earlier try under the same token is not done yet.</summary>
    TransactionInProgress,

    /// <summary>The service is out of reach: no call ever gets through.</summary>
    Down,
}

/// <summary>The kinds' names, and which calls each of them can happen to.</summary>
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
