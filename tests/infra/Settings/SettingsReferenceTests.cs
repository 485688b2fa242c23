using WorkoutLog.Infra.Settings;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>With UPDATE_DOCS=1 these tests write the files that they otherwise compare.</summary>
public class SettingsReferenceTests
{
    private static readonly Repository _repository = Repository.Find(AppContext.BaseDirectory);

    [Fact]
    public void The_documentation_says_what_the_code_says() =>
        Compare(Path.Combine(_repository.Root, "docs", "settings.md"), _ => SettingsReference.Markdown());

    [Fact]
    public void Pulumi_yaml_declares_each_setting_as_the_code_does() =>
        Compare(_repository.ProjectFile, text => text[..Section(text)] + SettingsReference.ProjectConfig());

    [Fact]
    public void The_engine_hands_over_the_defaults_of_the_code()
    {
        var defaults = StackConfiguration.Load(_repository, "dev").Defaults;

        Assert.Equal(
            SettingKeys.All.ToDictionary(setting => setting.Key, setting => setting.DefaultText),
            defaults.ToDictionary());
    }

    private static void Compare(string file, Func<string, string> expected)
    {
        var actual = File.Exists(file) ? File.ReadAllText(file) : "";
        var text = expected(actual);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(
            text == actual,
            $"{Path.GetFileName(file)} is not what the code says; to write it anew: UPDATE_DOCS=1 dotnet test tests/infra");
    }

    private static int Section(string text)
    {
        const string Heading = "\nconfig:\n";
        var start = text.IndexOf(Heading, StringComparison.Ordinal);
        Assert.True(start >= 0, "Pulumi.yaml has no section config.");
        return start + 1;
    }
}
