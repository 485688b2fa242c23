using System.Globalization;
using System.Text.RegularExpressions;
using Pulumi;

namespace WorkoutLog.Infra.Naming;

/// <summary>The names that people and other systems know; everything else is named by Pulumi.</summary>
public sealed partial record StackNames(string Project, string Stack)
{
    // Of a prefix: the name of an objective has at most 128 characters, and a suffix such as -statistics-availability.
    private const int MaxLength = 96;

    public static StackNames OfRunningStack() => new(Deployment.Instance.ProjectName, Deployment.Instance.StackName);

    /// <summary>For what has one flat name an account: <c>workout-log-prod</c>.</summary>
    public string Prefix => $"{Project}-{Stack}";

    /// <summary>Why AWS would refuse what is named after the stack, and the command that helps; null where it would not.</summary>
    /// <remarks>
    /// Pulumi also takes dots and any length up to 100. Such a name is refused and not made safe: <c>pr.42</c> as <c>pr-42</c> would share
    /// the key's alias, the dashboard and the objectives with the stack of that name.
    /// </remarks>
    public string? Refusal => Stack.Length <= MaxStackLength && Allowed().IsMatch(Stack)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"""
              The stack's name is "{Stack}" ({Stack.Length} characters); allowed: 1 to {MaxStackLength} letters, digits, hyphens and underscores, because AWS resources are named {Prefix}
                pulumi stack rename {Safe()} --stack {Stack}
            """);

    private int MaxStackLength => Math.Max(1, MaxLength - Project.Length - 1);

    /// <summary>What the names of the log groups begin with, without a trailing slash: <c>/workout-log/prod</c>.</summary>
    public string LogGroupPath => $"/{Project}/{Stack}";

    /// <summary>Where the runtime parameters stand, without a trailing slash: <c>/workout-log/prod</c>.</summary>
    public string ParameterPath => $"/{Project}/{Stack}";

    private string Safe()
    {
        var name = Forbidden().Replace(Stack, "-");
        return name[..Math.Min(name.Length, MaxStackLength)];
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex Allowed();

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex Forbidden();
}

/// <summary>The log groups of API Gateway's execution logs, which it names itself, by the API's id.</summary>
public static class ExecutionLogs
{
    public const string GroupPrefix = "API-Gateway-Execution-Logs_";
}
