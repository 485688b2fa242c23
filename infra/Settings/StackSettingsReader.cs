using System.Text.Json;
using Pulumi;

namespace WorkoutLog.Infra.Settings;

/// <summary>Reads the settings of the running stack: the only place that knows both Pulumi's configuration and ours.</summary>
internal static class StackSettingsReader
{
    /// <exception cref="RunException">The configuration is not valid; the message lists every error.</exception>
    public static StackSettings Read()
    {
        var deployment = Deployment.Instance;
        var config = new Config();
        var values = Keys(deployment.ProjectName).ToDictionary(key => key, key => config.Get(key) ?? "", StringComparer.Ordinal);
        var (settings, errors) = SettingsValidator.Validate(values);

        return settings ?? throw new RunException($"""
            The configuration of stack {deployment.StackName} is not valid; nothing was registered.
            {string.Join(Environment.NewLine, errors.Select(error => error.Describe(deployment.ProjectName, deployment.StackName)))}
            """);
    }

    // Config answers for a key that one knows. To find a misspelt one, the keys themselves are needed, and they
    // stand only in the variable that Config reads too.
    private static IEnumerable<string> Keys(string project)
    {
        var text = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        using var document = JsonDocument.Parse(text is null ? "{}" : text);
        var prefix = project + ":";
        return [.. document.RootElement.EnumerateObject()
            .Where(property => property.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(property => property.Name[prefix.Length..])];
    }
}
