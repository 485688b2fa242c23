using System.Globalization;
using System.Text.RegularExpressions;
using Pulumi;

namespace WorkoutLog.Infra.Naming;

/// <summary>The names that people and other systems use; Pulumi names everything else.</summary>
public sealed partial record StackNames(string Project, string Stack)
{
    // Of the prefix: an objective's name has at most 128 characters, with a suffix such as -statistics-availability.
    private const int MaxLength = 96;

    public static StackNames OfRunningStack() => new(Deployment.Instance.ProjectName, Deployment.Instance.StackName);

    /// <summary>Prefix of names that are unique per account: <c>workout-log-prod</c>.</summary>
    public string Prefix => $"{Project}-{Stack}";

    /// <summary>The error in the stack's name, and the command that fixes it; null for a valid name.</summary>
    /// <remarks>
    /// Pulumi also accepts dots and up to 100 characters. Such a name is rejected, not replaced: <c>pr.42</c> as <c>pr-42</c> would share
    /// the key alias, the dashboard and the objectives of the stack <c>pr-42</c>.
    /// </remarks>
    public string? Refusal => Stack.Length <= MaxStackLength && Allowed().IsMatch(Stack)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"""
              The stack's name must be 1 to {MaxStackLength} letters, digits, hyphens and underscores, because AWS resources are named {Prefix}; got "{Stack}" ({Stack.Length} characters).
                Fix: pulumi stack rename {Safe()} --stack {Stack}
            """);

    private int MaxStackLength => Math.Max(1, MaxLength - Project.Length - 1);

    /// <summary>Prefix of the log groups' names, without a trailing slash: <c>/workout-log/prod</c>.</summary>
    public string LogGroupPath => $"/{Project}/{Stack}";

    /// <summary>Prefix of the runtime parameters' names, without a trailing slash: <c>/workout-log/prod</c>.</summary>
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

/// <summary>API Gateway's execution log groups, which it names by the API's id.</summary>
public static class ExecutionLogs
{
    public const string GroupPrefix = "API-Gateway-Execution-Logs_";
}
