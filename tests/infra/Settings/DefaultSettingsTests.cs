using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>The defaults, which are the safe values.</summary>
public class DefaultSettingsTests
{
    private static readonly StackSettings _settings = Configuration.Accept();

    [Fact]
    public void Data_is_encrypted_protected_and_backed_up()
    {
        Assert.Equal(Encryption.CustomerKey, _settings.Encryption);
        Assert.Equal(
            new TableSettings
            {
                Capacity = new TableCapacity.OnDemand(),
                PointInTimeRecovery = true,
                DeletionProtection = true,
                Backups = true,
            },
            _settings.Tables);
    }

    [Fact]
    public void Both_functions_have_the_same_size_and_serve_their_newest_version()
    {
        var expected = new FunctionSettings
        {
            MemoryMiB = 256,
            Timeout = TimeSpan.FromSeconds(10),
            ReservedConcurrency = null,
            Release = new FunctionRelease.Latest(),
        };

        Assert.Equal(new FunctionBuild(PackagingMode.Aot, Architecture.X86_64), _settings.FunctionBuild);
        Assert.Null(_settings.CertificateLayer);
        Assert.Null(_settings.PermissionsBoundary);
        Assert.Equal(expected, _settings.ProcessWorkout);
        Assert.Equal(expected, _settings.QueryWorkouts);
    }

    [Fact]
    public void The_API_is_throttled_and_behind_a_firewall()
    {
        var api = _settings.Api;

        Assert.Equal((100d, 200, 30), (api.ThrottleRate, api.ThrottleBurst, api.LogRetentionDays));
        Assert.Equal((false, false), (api.ManageAccountLogging, api.LogEveryExecution));
        // A backend behind one address may use the stage's whole rate.
        Assert.Equal(new FirewallLimits(Address: 30_000, Session: 3_000, Bulk: 300), api.Firewall);
        Assert.Empty(api.AllowedNetworks);
        Assert.Empty(api.AllowedOrigins);
        Assert.Null(api.Domain);
    }

    [Fact]
    public void The_stack_has_traces_and_a_dashboard()
    {
        var observability = _settings.Observability;

        Assert.Equal((14, LogLevel.Info), (observability.FunctionLogRetentionDays, observability.LogLevel));
        Assert.Equal((true, true), (observability.Tracing, observability.Dashboard));
        Assert.Empty(observability.AlarmEmails);
    }

    [Fact]
    public void No_events_are_published() => Assert.Null(_settings.Events);

    [Fact]
    public void Workouts_have_limits_and_eight_types()
    {
        Assert.Equal([1_440, 1_000, 20_000, 1_000, 24, 2_000], WorkoutLimit.All.Select(limit => _settings.Workouts.Limits[limit]));
        Assert.Equal(["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"], _settings.Workouts.SupportedTypes.AsEnumerable());
    }

    [Fact]
    public void The_cost_centre_is_the_project_and_there_are_no_additional_tags()
    {
        Assert.Equal(("us-east-1", "workout-log"), (_settings.Region, _settings.CostCentre));
        Assert.Empty(_settings.Tags);
    }

    [Fact]
    public void Each_default_is_valid()
    {
        Configuration.Accept([.. SettingKeys.All.Select(setting => (setting.Key, setting.DefaultText))]);
    }
}
