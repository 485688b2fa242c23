namespace WorkoutLog.Infra.Settings;

/// <summary>One thing that is wrong with a stack's configuration.</summary>
/// <param name="Key">The key without the project's namespace.</param>
/// <param name="Received">The value as it was written.</param>
/// <param name="Allowed">What a value must be.</param>
/// <param name="Example">A value that mends it; null when the key itself must go.</param>
public sealed record SettingError(string Key, string Received, string Allowed, string? Example)
{
    public static SettingError UnknownKey(string key, string received, IEnumerable<string> known) =>
        new(key, received, $"no such key; the keys are {string.Join(", ", known.Order(StringComparer.Ordinal))}", null);

    /// <summary>Two lines: what is wrong, and the command that mends it.</summary>
    public string Describe(string project, string stack)
    {
        var mend = Example is null
            ? $"pulumi config rm {project}:{Key} --stack {stack}"
            : $"pulumi config set {project}:{Key} {Example} --stack {stack}";
        return $"""
              {project}:{Key} is "{Received}"; allowed: {Allowed}
                {mend}
            """;
    }
}
