using WorkoutLog.Contracts;
using WorkoutLog.Domain;

namespace WorkoutLog.Http.Runtime;

/// <summary>What the deployment tells a function through its environment.</summary>
public static class FunctionSettings
{
    /// <summary>Set by Lambda itself.</summary>
    public const string Region = "AWS_REGION";

    /// <summary>The least severe line that the function logs.</summary>
    /// <exception cref="InvalidOperationException">The variable is absent or names no level.</exception>
    public static LogLevel LogLevel => Word<LogLevel>(FunctionEnvironment.LogLevel);

    /// <exception cref="InvalidOperationException">The variable is absent or names no way of monitoring.</exception>
    public static MonitoringLevel Monitoring => Word<MonitoringLevel>(FunctionEnvironment.Monitoring);

    /// <summary>The sessions that may act for every user.</summary>
    public static IReadOnlyList<string> ServiceRoles => Contracts.ServiceRoles.Read(Environment.GetEnvironmentVariable(FunctionEnvironment.ServiceRoles));

    /// <summary>The origins whose pages may read answers.</summary>
    public static IReadOnlyList<string> AllowedOrigins => CrossOrigin.Read(Environment.GetEnvironmentVariable(FunctionEnvironment.AllowedOrigins));

    /// <summary>Whether events are made of the changes of workouts.</summary>
    public static bool HasEvents => Environment.GetEnvironmentVariable(FunctionEnvironment.Events) == "1";

    /// <exception cref="InvalidOperationException">The variable is absent or empty.</exception>
    public static string Require(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The environment variable {variable} is not set.");

    /// <summary>The rules of the deployment, in force while the parameters can't be read.</summary>
    /// <exception cref="InvalidOperationException">A variable is absent or holds no valid value.</exception>
    public static WorkoutRules DeployTimeRules()
    {
        int[] limits = [.. WorkoutLimit.All.Select(limit => Require(limit.Variable) is var text && limit.TryParse(text, out var value)
            ? value
            : throw Invalid(limit.Variable, text, limit.Rule))];
        var types = Require(FunctionEnvironment.SupportedTypes);
        return WorkoutRules.TryParseSupportedTypes(types, out IReadOnlyList<string>? supportedTypes)
            ? new WorkoutRules(limits, supportedTypes)
            : throw Invalid(FunctionEnvironment.SupportedTypes, types, WorkoutRules.SupportedTypesRule);
    }

    private static T Word<T>(string variable)
        where T : struct, Enum =>
        Require(variable) is var word && Enum.TryParse(word, ignoreCase: true, out T parsed)
            ? parsed
            : throw Invalid(variable, word, string.Join(", ", Enum.GetNames<T>()).ToUpperInvariant());

    private static InvalidOperationException Invalid(string variable, string value, string allowed) =>
        new($"The environment variable {variable} is '{value}'; it must be {allowed}.");
}
