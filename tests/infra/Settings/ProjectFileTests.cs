using WorkoutLog.Infra.Settings;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Settings;

public class ProjectFileTests
{
    [Fact]
    public void Pulumi_yaml_declares_each_setting_with_the_default_of_the_code()
    {
        var declared = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev").Defaults;

        Assert.Equal(SettingKeys.All.Select(setting => setting.Key).Order(), declared.Keys.Order());
        Assert.All(SettingKeys.All, setting => Assert.Equal(setting.Example.Trim('\''), declared[setting.Key]));
    }
}
