using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>Validates a configuration that is the defaults but for some keys.</summary>
internal static class Configuration
{
    public static StackSettings Accept(params (string Key, string Text)[] texts)
    {
        var (settings, errors) = Validate(texts);
        Assert.Empty(errors);
        return Assert.IsType<StackSettings>(settings);
    }

    /// <summary>All errors, as they are shown for the project <c>p</c> and the stack <c>s</c>.</summary>
    public static string Refuse(params (string Key, string Text)[] texts)
    {
        var (settings, errors) = Validate(texts);
        Assert.Null(settings);
        return string.Join('\n', errors.Select(error => error.Describe("p", "s"))).ReplaceLineEndings("\n");
    }

    /// <summary>The one error there is: two lines.</summary>
    public static string Error(string key, string received, string allowed, string mend) =>
        $"  p:{key} is \"{received}\"; allowed: {allowed}\n    pulumi config {mend} --stack s";

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
