using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

/// <summary>Rules about several settings at once.</summary>
public class RelatedSettingsTests
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/7c1a8c56-2a0c-4b0e-9a55-4d1f6bb4d6a1";
    private const string ExampleCertificate = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";

    [Fact]
    public void Autoscaled_capacity_takes_its_bounds_and_its_targets()
    {
        var settings = Configuration.Accept(
            ("capacity", "autoscaled"), ("capacityMin", "5"), ("capacityMax", "500"), ("capacityTargetPercent", "60"),
            ("indexCapacityMin", "3"), ("indexCapacityMax", "3"), ("indexCapacityTargetPercent", "50"));

        Assert.Equal(new TableCapacity.Autoscaled(new CapacityRange(5, 500, 60), new CapacityRange(3, 3, 50)), settings.Tables.Capacity);
    }

    [Theory]
    [InlineData("onDemand", "capacity")]
    [InlineData("autoscaled", "capacity")]
    [InlineData("autoscaled", "indexCapacity")]
    public void The_lowest_capacity_is_not_above_the_highest(string mode, string prefix) =>
        Assert.Equal(
            Configuration.Error($"{prefix}Max", "10", $"a whole number not below {prefix}Min, which is 20", $"set p:{prefix}Max 20"),
            Configuration.Refuse(("capacity", mode), ($"{prefix}Min", "20"), ($"{prefix}Max", "10")));

    [Fact]
    public void A_bound_that_is_refused_is_not_compared() =>
        Assert.Equal(
            Configuration.Error("capacityMax", "many", "a whole number from 1 to 40000 (capacity units)", "set p:capacityMax 50"),
            Configuration.Refuse(("capacityMin", "60"), ("capacityMax", "many")));

    [Fact]
    public void A_stable_version_alone_is_a_roll_back()
    {
        var settings = Configuration.Accept(("processWorkoutStableVersion", "7"));

        Assert.Equal(new FunctionRelease.Pinned("7"), settings.ProcessWorkout.Release);
        Assert.Equal(new FunctionRelease.Latest(), settings.QueryWorkouts.Release);
    }

    [Fact]
    public void A_stable_version_and_a_percentage_are_a_canary()
    {
        var settings = Configuration.Accept(("queryWorkoutsStableVersion", "7"), ("queryWorkoutsCanaryPercent", "5"));

        Assert.Equal(new FunctionRelease.Canary("7", 5), settings.QueryWorkouts.Release);
        Assert.Equal(new FunctionRelease.Latest(), settings.ProcessWorkout.Release);
    }

    [Theory]
    [InlineData("processWorkout")]
    [InlineData("queryWorkouts")]
    public void A_canary_needs_a_stable_version(string function) =>
        Assert.Equal(
            Configuration.Error(
                $"{function}CanaryPercent",
                "5",
                $"0 as long as {function}StableVersion names no version for the other requests",
                $"set p:{function}CanaryPercent 0"),
            Configuration.Refuse(($"{function}CanaryPercent", "5")));

    [Theory]
    [InlineData("$LATEST")]
    [InlineData("0")]
    [InlineData("07")]
    [InlineData("live")]
    public void A_stable_version_is_a_number(string version) =>
        Assert.Equal(
            Configuration.Error(
                "processWorkoutStableVersion",
                version,
                "empty, or the number of a published version",
                "set p:processWorkoutStableVersion ''"),
            Configuration.Refuse(("processWorkoutStableVersion", version), ("processWorkoutCanaryPercent", "5")));

    [Fact]
    public void A_domain_has_a_name_and_a_certificate()
    {
        var settings = Configuration.Accept(("domainName", "api.example.org"), ("certificateArn", Certificate));

        Assert.Equal(new CustomDomain("api.example.org", Certificate), settings.Api.Domain);
    }

    [Fact]
    public void A_domain_without_a_certificate_is_refused() =>
        Assert.Equal(
            Configuration.Error(
                "certificateArn",
                "",
                "the ARN of a certificate for api.example.org, in the stack's region",
                $"set p:certificateArn {ExampleCertificate}"),
            Configuration.Refuse(("domainName", "api.example.org")));

    [Fact]
    public void A_certificate_without_a_domain_is_refused() =>
        Assert.Equal(
            Configuration.Error("domainName", "", "the name that certificateArn is for", "set p:domainName api.example.org"),
            Configuration.Refuse(("certificateArn", Certificate)));

    [Fact]
    public void A_certificate_from_another_region_is_refused_and_both_regions_are_named()
    {
        var foreign = Certificate.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal);

        Assert.Equal(
            Configuration.Error(
                "certificateArn",
                foreign,
                "a certificate in us-east-1, the region of the stack; this one is in eu-west-1",
                $"set p:certificateArn {ExampleCertificate}"),
            Configuration.Refuse(("domainName", "api.example.org"), ("certificateArn", foreign)));
    }

    [Fact]
    public void The_region_of_the_stack_decides_which_certificate_it_takes()
    {
        var regional = Certificate.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal);

        Configuration.Accept(("aws:region", "eu-west-1"), ("domainName", "api.example.org"), ("certificateArn", regional));
    }

    [Theory]
    [InlineData("API.example.org")]
    [InlineData("localhost")]
    [InlineData("-api.example.org")]
    [InlineData("api_1.example.org")]
    [InlineData("api.example.org.")]
    [InlineData("10.0.0.1")]
    [InlineData("*.example.org")]
    public void A_domain_name_is_a_DNS_name_in_lower_case(string name) =>
        Assert.Equal(
            Configuration.Error(
                "domainName",
                name,
                "empty, or a DNS name in lower case, such as api.example.org",
                "set p:domainName api.example.org"),
            Configuration.Refuse(("domainName", name), ("certificateArn", Certificate)));

    [Theory]
    [InlineData("7c1a8c56-2a0c-4b0e-9a55-4d1f6bb4d6a1")]
    [InlineData("arn:aws:iam::123456789012:server-certificate/api")]
    [InlineData("arn:aws:acm:us-east-1:1234:certificate/7c1a8c56")]
    public void A_certificate_is_one_of_the_certificate_manager(string arn) =>
        Assert.Equal(
            Configuration.Error(
                "certificateArn",
                arn,
                "empty, or the ARN of a certificate of AWS Certificate Manager in the stack's region",
                $"set p:certificateArn {ExampleCertificate}"),
            Configuration.Refuse(("domainName", "api.example.org"), ("certificateArn", arn)));

    [Fact]
    public void Production_needs_somebody_who_gets_its_alarms() =>
        Assert.Equal(
            Configuration.Error(
                "alarmEmails",
                "[]",
                "at least one mail address, because production is true",
                "set --path 'p:alarmEmails[0]' oncall@example.com"),
            Configuration.Refuse(("production", "true")));

    [Fact]
    public void An_address_that_is_refused_is_reported_once() =>
        Assert.Equal(
            Configuration.Error(
                "alarmEmails[0]",
                "nobody",
                "a mail address such as oncall@example.com",
                "set --path 'p:alarmEmails[0]' oncall@example.com"),
            Configuration.Refuse(("production", "true"), ("alarmEmails", """["nobody"]""")));
}
