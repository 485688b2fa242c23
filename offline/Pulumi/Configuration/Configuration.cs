using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The settings of a run, by their full names; read from the environment once.</summary>
internal sealed class Configuration
{
    private readonly ImmutableDictionary<string, string> _values;

    private Configuration(ImmutableDictionary<string, string> values) => _values = values;

    /// <exception cref="JsonException">The variable is set to something that is not JSON.</exception>
    public static Configuration FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } json)
        {
            return new(ImmutableDictionary<string, string>.Empty);
        }

        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.EnumerateObject()
            .ToImmutableDictionary(setting => ShortName(setting.Name), setting => setting.Value.ToString()));
    }

    public string? Find(string fullName) => _values.GetValueOrDefault(fullName);

    // "ns:config:key" is an old way to write "ns:key".
    private static string ShortName(string name)
        => name.Split(':', 3) is [var space, "config", var key] ? $"{space}:{key}" : name;
}
