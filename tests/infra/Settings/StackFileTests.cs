using WorkoutLog.Infra.Settings;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>The stack files of this repository.</summary>
public class StackFileTests
{
    [Fact]
    public void The_development_stack_is_cheap_and_easy_to_delete()
    {
        var settings = Settings("dev");

        Assert.Equal(Encryption.AwsOwned, settings.Encryption);
        Assert.Equal(
            new TableSettings
            {
                Capacity = new TableCapacity.OnDemand(),
                PointInTimeRecovery = true,
                DeletionProtection = false,
                Backups = false,
            },
            settings.Tables);
        Assert.Equal((50, 50), (settings.ProcessWorkout.ReservedConcurrency, settings.QueryWorkouts.ReservedConcurrency));
        Assert.Equal((null, false), (settings.Api.Firewall, settings.Api.ManageAccountLogging));
        Assert.Equal((14, true), (settings.Observability.FunctionLogRetentionDays, settings.Observability.Dashboard));
        Assert.Empty(settings.Observability.AlarmEmails);
    }

    [Fact]
    public void The_production_stack_is_protected_scaled_and_watched()
    {
        var settings = Settings("prod");

        Assert.Equal(Encryption.CustomerKey, settings.Encryption);
        Assert.Equal(
            new TableSettings
            {
                Capacity = new TableCapacity.Autoscaled(new CapacityRange(10, 1_400, 70), new CapacityRange(10, 500, 70)),
                PointInTimeRecovery = true,
                DeletionProtection = true,
                Backups = true,
            },
            settings.Tables);
        Assert.Equal((100, 200), (settings.ProcessWorkout.ReservedConcurrency, settings.QueryWorkouts.ReservedConcurrency));
        Assert.Equal((new FirewallLimits(30_000, 3_000, 300), false, 30), (settings.Api.Firewall, settings.Api.ManageAccountLogging, settings.Api.LogRetentionDays));
        Assert.Equal((30, true), (settings.Observability.FunctionLogRetentionDays, settings.Observability.Dashboard));
        Assert.Equal(["oncall@example.com"], settings.Observability.AlarmEmails.AsEnumerable());
    }

    private static StackSettings Settings(string stack)
    {
        var (settings, errors) = SettingsValidator.Validate(StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), stack).SettingTexts());
        Assert.Empty(errors);
        return Assert.IsType<StackSettings>(settings);
    }
}
