using System.Text.Json;
using Pulumi;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Settings;

/// <summary>Reads the settings of the running stack from Pulumi's configuration.</summary>
internal static class StackSettingsReader
{
    /// <exception cref="RunException">The configuration is not valid; the message lists every error.</exception>
    public static StackSettings Read()
    {
        var deployment = Deployment.Instance;
        var (settings, errors) = SettingsValidator.Validate(Texts(deployment.ProjectName));
        return settings is not null && StackNames.OfRunningStack().Refusal is null
            ? settings
            : throw new RunException(SettingError.Report(deployment.ProjectName, deployment.StackName, errors));
    }

    private static Dictionary<string, string> Texts(string project)
    {
        var config = new Config();
        var texts = Keys(project).ToDictionary(key => key, key => config.Get(key) ?? "", StringComparer.Ordinal);
        foreach (var name in SettingKeys.OfProviders)
        {
            if (new Config(name.Split(':')[0]).Get(name.Split(':')[1]) is { } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    // Config reads known keys only. To find a misspelt key the program needs the list of keys, which only this variable has.
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
