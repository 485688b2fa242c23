using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>Validates a configuration with the defaults except for some keys.</summary>
internal static class Configuration
{
    public static StackSettings Accept(params (string Key, string Text)[] texts)
    {
        var (settings, errors) = Validate(texts);
        Assert.Empty(errors);
        return Assert.IsType<StackSettings>(settings);
    }

    /// <summary>All errors, for the project <c>p</c> and the stack <c>s</c>.</summary>
    public static string Refuse(params (string Key, string Text)[] texts)
    {
        var (settings, errors) = Validate(texts);
        Assert.Null(settings);
        return string.Join('\n', errors.Select(error => error.Describe("p", "s"))).ReplaceLineEndings("\n");
    }

    /// <summary>The only error: two lines.</summary>
    public static string Error(string key, string received, string allowed, string fix) =>
        $"  p:{key} must be {allowed}; got \"{received}\".\n    Fix: pulumi config {fix} --stack s";

    private static (StackSettings? Settings, IReadOnlyList<SettingError> Errors) Validate((string Key, string Text)[] texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SettingKeys.Region] = "us-east-1",
            [SettingKeys.NativeRegion] = "us-east-1",
        };
        foreach (var (key, text) in texts)
        {
            values[key] = text;
        }

        return SettingsValidator.Validate(values);
    }
}
