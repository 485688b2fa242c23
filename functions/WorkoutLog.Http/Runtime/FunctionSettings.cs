using WorkoutLog.Contracts;
using WorkoutLog.Domain;

namespace WorkoutLog.Http.Runtime;

/// <summary>A function's settings, from its environment variables.</summary>
public static class FunctionSettings
{
    /// <summary>Set by Lambda itself.</summary>
    public const string Region = "AWS_REGION";

    /// <summary>The minimum level that the function logs.</summary>
    /// <exception cref="InvalidOperationException">The variable is absent or not a level.</exception>
    public static LogLevel LogLevel => Word<LogLevel>(FunctionEnvironment.LogLevel);

    /// <exception cref="InvalidOperationException">The variable is absent or not a monitoring level.</exception>
    public static MonitoringLevel Monitoring => Word<MonitoringLevel>(FunctionEnvironment.Monitoring);

    /// <summary>The role sessions that may act for every user.</summary>
    public static IReadOnlyList<string> ServiceRoles => Contracts.ServiceRoles.Read(Environment.GetEnvironmentVariable(FunctionEnvironment.ServiceRoles));

    /// <summary>The origins whose pages may read responses.</summary>
    public static IReadOnlyList<string> AllowedOrigins => CrossOrigin.Read(Environment.GetEnvironmentVariable(FunctionEnvironment.AllowedOrigins));

    /// <summary>Whether changes of workouts are published as events.</summary>
    public static bool HasEvents => Environment.GetEnvironmentVariable(FunctionEnvironment.Events) == "1";

    /// <exception cref="InvalidOperationException">The variable is absent or empty.</exception>
    public static string Require(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The environment variable {variable} is not set.");

    /// <summary>The deployment's rules, which apply while the parameters can't be read.</summary>
    /// <exception cref="InvalidOperationException">A variable is absent or invalid.</exception>
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
            : throw Invalid(variable, word, $"one of {string.Join(", ", Enum.GetNames<T>()).ToUpperInvariant()}");

    private static InvalidOperationException Invalid(string variable, string value, string allowed) =>
        new($"{variable} must be {allowed}; got '{value}'.");
}
