using WorkoutLog.Local;
namespace WorkoutLog.Infra.Tests.Settings;

public class SettingsReferenceTests
{
    [Fact]
    public void The_documentation_matches_the_code() =>
        CommittedFile.Holds("docs/settings.md", _ => SettingsReference.Markdown());

    [Fact]
    public void Pulumi_yaml_matches_the_code() =>
        CommittedFile.Holds("Pulumi.yaml", text => text[..Section(text)] + SettingsReference.ProjectConfig());

    [Fact]
    public void The_engine_passes_the_defaults_of_the_code()
    {
        var folder = Directory.CreateTempSubdirectory("workout-log-").FullName;
        File.Copy(Repository.Find(AppContext.BaseDirectory).ProjectFile, Path.Combine(folder, "Pulumi.yaml"));
        File.WriteAllText(Path.Combine(folder, "Pulumi.s.yaml"), "");

        Assert.Equal(
            SettingsReference.All.ToDictionary(setting => setting.Key, setting => setting.DefaultText),
            StackConfiguration.Load(new Repository(folder), "s").SettingTexts());

        Directory.Delete(folder, recursive: true);
    }

    private static int Section(string text)
    {
        const string Heading = "\nconfig:\n";
        var start = text.IndexOf(Heading, StringComparison.Ordinal);
        Assert.True(start >= 0, "Pulumi.yaml has no section config.");
        return start + 1;
    }
}
