using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Faults;

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
