using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>Valid values of each setting, up to its bounds, and the parsed result.</summary>
public class AcceptedSettingsTests
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/7c1a8c56-2a0c-4b0e-9a55-4d1f6bb4d6a1";
    private const string Retention = "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653";

    private static readonly Dictionary<string, Func<StackSettings, object?>> _numbers = new()
    {
        ["capacityMin 1 40000"] = settings => Table(settings).Min,
        ["capacityMax 1 40000"] = settings => Table(settings).Max,
        ["capacityTargetPercent 20 90"] = settings => Table(settings).TargetPercent,
        ["indexCapacityMin 1 40000"] = settings => Index(settings).Min,
        ["indexCapacityMax 1 40000"] = settings => Index(settings).Max,
        ["indexCapacityTargetPercent 20 90"] = settings => Index(settings).TargetPercent,
        ["processWorkoutMemoryMiB 128 10240"] = settings => settings.ProcessWorkout.MemoryMiB,
        ["queryWorkoutsMemoryMiB 128 10240"] = settings => settings.QueryWorkouts.MemoryMiB,
        ["processWorkoutTimeoutSeconds 1 28"] = settings => settings.ProcessWorkout.Timeout.TotalSeconds,
        ["queryWorkoutsTimeoutSeconds 1 28"] = settings => settings.QueryWorkouts.Timeout.TotalSeconds,
        ["processWorkoutReservedConcurrency 1 1000"] = settings => settings.ProcessWorkout.ReservedConcurrency,
        ["queryWorkoutsReservedConcurrency 1 1000"] = settings => settings.QueryWorkouts.ReservedConcurrency,
        ["processWorkoutCanaryPercent 1 99"] = settings => ((FunctionRelease.Canary)settings.ProcessWorkout.Release).Percent,
        ["queryWorkoutsCanaryPercent 1 99"] = settings => ((FunctionRelease.Canary)settings.QueryWorkouts.Release).Percent,
        ["throttleRate 0.5 10000"] = settings => settings.Api.ThrottleRate,
        ["throttleBurst 1 5000"] = settings => settings.Api.ThrottleBurst,
        ["firewallAddressLimit 10 3000000"] = settings => settings.Api.Firewall!.Address,
        ["firewallSessionLimit 10 3000000"] = settings => settings.Api.Firewall!.Session,
        ["firewallBulkLimit 10 3000000"] = settings => settings.Api.Firewall!.Bulk,
        ["eventArchiveDays 0 3650"] = settings => settings.Events!.ArchiveDays,
        ["maxDurationMinutes 1 10080"] = settings => settings.Workouts.Limits[WorkoutLimit.MaxDurationMinutes],
        ["maxDistanceKm 1 10000"] = settings => settings.Workouts.Limits[WorkoutLimit.MaxDistanceKm],
        ["maxCaloriesBurned 1 100000"] = settings => settings.Workouts.Limits[WorkoutLimit.MaxCaloriesBurned],
        ["maxNotesLength 1 1000"] = settings => settings.Workouts.Limits[WorkoutLimit.MaxNotesLength],
        ["maxHoursAhead 1 168"] = settings => settings.Workouts.Limits[WorkoutLimit.MaxHoursAhead],
        ["earliestYear 2000 2026"] = settings => settings.Workouts.Limits[WorkoutLimit.EarliestYear],
    };

    private static readonly Dictionary<string, Func<StackSettings, bool>> _switches = new()
    {
        ["production"] = settings => settings.Production,
        ["pointInTimeRecovery"] = settings => settings.Tables.PointInTimeRecovery,
        ["deletionProtection"] = settings => settings.Tables.DeletionProtection,
        ["backups"] = settings => settings.Tables.Backups,
        ["firewall"] = settings => settings.Api.Firewall is not null,
        ["apiLogEveryExecution"] = settings => settings.Api.LogEveryExecution,
        ["apiManageAccountLogging"] = settings => settings.Api.ManageAccountLogging,
        ["tracing"] = settings => settings.Observability.Tracing,
        ["dashboard"] = settings => settings.Observability.Dashboard,
    };

    private static readonly Dictionary<string, (string Text, Func<StackSettings, object?> Value, object? Expected)[]> _texts = new()
    {
        ["capacity"] = [("onDemand", settings => settings.Tables.Capacity, new TableCapacity.OnDemand()), ("provisioned", settings => settings.Tables.Capacity, new TableCapacity.Provisioned(50, 50))],
        ["encryption"] = [("awsOwned", settings => settings.Encryption, Encryption.AwsOwned), ("customerKey", settings => settings.Encryption, Encryption.CustomerKey)],
        ["packaging"] = [("aot", settings => settings.FunctionBuild.Mode, PackagingMode.Aot), ("managed", settings => settings.FunctionBuild.Mode, PackagingMode.Managed)],
        ["architecture"] =
        [
            ("x86_64", settings => settings.FunctionBuild.Architecture, Architecture.X86_64), ("arm64", settings => settings.FunctionBuild.Architecture, Architecture.Arm64),
        ],
        ["logLevel"] = [.. Enum.GetValues<LogLevel>().Select(level =>
            (level.ToString().ToLowerInvariant(), (Func<StackSettings, object?>)(settings => settings.Observability.LogLevel), (object?)level))],
        ["monitoring"] = [("detailed", settings => settings.Observability.Monitoring, MonitoringLevel.Detailed)],
        ["events"] = [("none", settings => settings.Events, null), ("eventBridge", settings => settings.Events, new EventBridgeSettings(0))],
        ["firewallAddressLimit"] = [("stage", settings => settings.Api.Firewall!.Address, 30_000), ("30000", settings => settings.Api.Firewall!.Address, 30_000)],
        ["processWorkoutReservedConcurrency"] = [("unreserved", settings => settings.ProcessWorkout.ReservedConcurrency, null)],
        ["functionLogRetentionDays"] = Days(settings => settings.Observability.FunctionLogRetentionDays),
        ["apiLogRetentionDays"] = Days(settings => settings.Api.LogRetentionDays),
        ["costCentre"] = Same(settings => settings.CostCentre, new string('x', 256), "Équipe 12/run: a=b"),
        ["aws:region"] = Same(settings => settings.Region, "us-east-1", "ap-southeast-2", "mx-central-1"),
        ["runbooksUrl"] = Same(
            settings => settings.Observability.RunbooksUrl, "https://example.com", "https://git.example.com:8443/team/workout-log/-/blob/main/docs/runbooks"),
        ["certificateLayer"] = Same(settings => settings.CertificateLayer, "arn:aws:lambda:us-east-1:123456789012:layer:authorities:3"),
        ["permissionsBoundary"] = Same(
            settings => settings.PermissionsBoundary,
            "arn:aws:iam::123456789012:policy/workout-log-dev-boundary",
            "arn:aws:iam::123456789012:policy/teams/running/boundary"),
        ["workoutTypes"] = List(settings => settings.Workouts.SupportedTypes, "RUN_2", "A", "ABCDEFGHIJKLMNOPQRSTUVWXYZ_12345"),
        ["alarmEmails"] = List(settings => settings.Observability.AlarmEmails, "oncall@example.com", "first.last+alarms@mail.example.co"),
        ["allowedNetworks"] = List(settings => settings.Api.AllowedNetworks, "203.0.113.0/24", "203.0.113.7/32", "0.0.0.0/0", "2001:db8::/32"),
        ["allowedOrigins"] = List(
            settings => settings.Api.AllowedOrigins, "https://app.example.org", "https://app.example.org:8443", "http://localhost:5173", "http://127.0.0.1:8080"),
        ["serviceRoles"] = List(settings => settings.ServiceRoles, "workout-importer", "a,b=c.d+e@f_G", new string('x', 64)),
    };

    public static TheoryData<string> Numbers => [.. _numbers.Keys];

    public static TheoryData<string> Switches => [.. _switches.Keys];

    public static TheoryData<string> Texts => [.. _texts.Keys];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_valid_at_both_bounds(string range)
    {
        var parts = range.Split(' ');

        foreach (var bound in parts[1..])
        {
            var settings = Configuration.Accept(
                ("capacity", "autoscaled"), ("capacityMin", "1"), ("capacityMax", "40000"), ("indexCapacityMin", "1"), ("indexCapacityMax", "40000"),
                ("processWorkoutStableVersion", "7"), ("queryWorkoutsStableVersion", "7"), ("throttleRate", "10000"), ("events", "eventBridge"), (parts[0], bound));

            Assert.Equal(double.Parse(bound, CultureInfo.InvariantCulture), Convert.ToDouble(_numbers[range](settings), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_switch_is_on_or_off(string key) => Assert.Equal(
        (true, false),
        (Read(key, "true"), Read(key, "false")));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_parsed(string key) =>
        Assert.All(_texts[key], one => Assert.Equal(one.Expected, one.Value(Configuration.Accept((key, one.Text), ("aws-native:region", key == "aws:region" ? one.Text : "us-east-1")))));

    [Fact]
    public void A_network_is_normalised() =>
        Assert.Equal(["2001:db8::/64"], Configuration.Accept(("allowedNetworks", """["2001:0DB8:0:0::/64"]""")).Api.AllowedNetworks.AsEnumerable());

    [Fact]
    public void A_tag_has_AWSs_maximum_length()
    {
        var longest = (Key: new string('k', 128), Value: new string('v', 256));
        var settings = Configuration.Accept(("tags", JsonSerializer.Serialize(new[] { "team=running", "equation=a=b", "empty=", $"{longest.Key}={longest.Value}" })));

        Assert.Equal(
            new Dictionary<string, string> { ["empty"] = "", ["equation"] = "a=b", ["team"] = "running", [longest.Key] = longest.Value }, settings.Tags.ToDictionary());
        Configuration.Accept(("tags", JsonSerializer.Serialize(Enumerable.Range(0, 40).Select(index => $"key{index}=value"))));
    }

    [Theory]
    [InlineData("7", "0")]
    [InlineData("7", "5")]
    [InlineData("", "0")]
    public void A_stable_version_is_a_rollback_and_with_a_percentage_a_canary(string version, string percent)
    {
        var settings = Configuration.Accept(("queryWorkoutsStableVersion", version), ("queryWorkoutsCanaryPercent", percent));

        FunctionRelease expected = (version, percent) switch
        {
            ("", _) => new FunctionRelease.Latest(),
            (_, "0") => new FunctionRelease.Pinned("7"),
            _ => new FunctionRelease.Canary("7", 5),
        };
        Assert.Equal((new FunctionRelease.Latest(), expected), (settings.ProcessWorkout.Release, settings.QueryWorkouts.Release));
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("eu-west-1")]
    public void A_domain_has_a_name_and_a_certificate_of_the_stacks_region(string region)
    {
        var certificate = Certificate.Replace("us-east-1", region, StringComparison.Ordinal);

        Assert.Equal(
            new CustomDomain("api.example.org", certificate),
            Configuration.Accept(("aws:region", region), ("domainName", "api.example.org"), ("certificateArn", certificate)).Api.Domain);
    }

    [Fact]
    public void Without_objectives_their_region_is_optional() => Configuration.Accept(("monitoring", "basic"), ("aws-native:region", "eu-west-1"));

    private static bool Read(string key, string text) => _switches[key](Configuration.Accept((key, text), ("alarmEmails", """["oncall@example.com"]""")));

    private static CapacityRange Table(StackSettings settings) => ((TableCapacity.Autoscaled)settings.Tables.Capacity).Table;

    private static CapacityRange Index(StackSettings settings) => ((TableCapacity.Autoscaled)settings.Tables.Capacity).Index;

    private static (string, Func<StackSettings, object?>, object?)[] Days(Func<StackSettings, int> value) =>
        [.. Retention.Split(", ").Select(days => (days, (Func<StackSettings, object?>)(settings => value(settings)), (object?)int.Parse(days, CultureInfo.InvariantCulture)))];

    private static (string, Func<StackSettings, object?>, object?)[] Same(Func<StackSettings, string?> value, params string[] texts) =>
        [.. texts.Select(text => (text, (Func<StackSettings, object?>)value, (object?)text))];

    private static (string, Func<StackSettings, object?>, object?)[] List(Func<StackSettings, ImmutableArray<string>> value, params string[] elements) =>
        [.. elements.Select(element => (JsonSerializer.Serialize(new[] { element }), (Func<StackSettings, object?>)(settings => value(settings).Single()), (object?)element))];
}
