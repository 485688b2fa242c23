using Moq;
using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Settings;

public class BadConfigurationTests
{
    private static readonly Dictionary<string, string> _texts = new()
    {
        ["capcity"] = "onDemand",
        ["production"] = "true",
        ["alarmEmails"] = "[]",
        ["encryption"] = "customerkey",
        ["capacityMin"] = "60",
        ["capacityMax"] = "50",
        ["capacityTargetPercent"] = "95",
        ["indexCapacityMin"] = "20",
        ["indexCapacityMax"] = "10",
        ["indexCapacityTargetPercent"] = "19",
        ["processWorkoutMemoryMiB"] = "64",
        ["processWorkoutTimeoutSeconds"] = "901",
        ["processWorkoutReservedConcurrency"] = "0",
        ["processWorkoutCanaryPercent"] = "10",
        ["queryWorkoutsMemoryMiB"] = "10241",
        ["queryWorkoutsTimeoutSeconds"] = "120",
        ["queryWorkoutsStableVersion"] = "$LATEST",
        ["throttleRate"] = "0",
        ["allowedNetworks"] = """["203.0.113.5/24","2001:db8::1/32"]""",
        ["domainName"] = "api.example.org",
        ["certificateArn"] = "arn:aws:acm:eu-west-1:123456789012:certificate/7c1a8c56-2a0c-4b0e-9a55-4d1f6bb4d6a1",
        ["functionLogRetentionDays"] = "15",
        ["apiLogRetentionDays"] = "0",
        ["tags"] = """["aws:team=a"]""",
        ["workoutTypes"] = "[]",
    };

    private const string Message = """
        The configuration of stack dev is not valid; nothing was registered.
          workout-log:capcity is "onDemand"; allowed: no such key; the nearest is capacity
            pulumi config rm workout-log:capcity --stack dev
            pulumi config set workout-log:capacity onDemand --stack dev
          workout-log:tags[0] is "aws:team=a"; allowed: a key that does not begin with aws:, which is AWS's own
            pulumi config set --path 'workout-log:tags[0]' team=running --stack dev
          workout-log:encryption is "customerkey"; allowed: one of awsOwned, customerKey
            pulumi config set workout-log:encryption customerKey --stack dev
          workout-log:capacityTargetPercent is "95"; allowed: a whole number from 20 to 90 (percent)
            pulumi config set workout-log:capacityTargetPercent 70 --stack dev
          workout-log:capacityMax is "50"; allowed: a whole number not below capacityMin, which is 60
            pulumi config set workout-log:capacityMax 60 --stack dev
          workout-log:indexCapacityTargetPercent is "19"; allowed: a whole number from 20 to 90 (percent)
            pulumi config set workout-log:indexCapacityTargetPercent 70 --stack dev
          workout-log:indexCapacityMax is "10"; allowed: a whole number not below indexCapacityMin, which is 20
            pulumi config set workout-log:indexCapacityMax 20 --stack dev
          workout-log:processWorkoutMemoryMiB is "64"; allowed: a whole number from 128 to 10240 (MiB)
            pulumi config set workout-log:processWorkoutMemoryMiB 256 --stack dev
          workout-log:processWorkoutTimeoutSeconds is "901"; allowed: a whole number from 1 to 28 (seconds)
            pulumi config set workout-log:processWorkoutTimeoutSeconds 10 --stack dev
          workout-log:processWorkoutReservedConcurrency is "0"; allowed: a whole number from 1 to 1000 (requests at once), or unreserved
            pulumi config set workout-log:processWorkoutReservedConcurrency unreserved --stack dev
          workout-log:processWorkoutCanaryPercent is "10"; allowed: 0 as long as processWorkoutStableVersion names no version for the other requests
            pulumi config set workout-log:processWorkoutCanaryPercent 0 --stack dev
          workout-log:queryWorkoutsMemoryMiB is "10241"; allowed: a whole number from 128 to 10240 (MiB)
            pulumi config set workout-log:queryWorkoutsMemoryMiB 256 --stack dev
          workout-log:queryWorkoutsTimeoutSeconds is "120"; allowed: a whole number from 1 to 28 (seconds); Lambda would take 120, but API Gateway gives up after 29 and the answer would reach nobody
            pulumi config set workout-log:queryWorkoutsTimeoutSeconds 10 --stack dev
          workout-log:queryWorkoutsStableVersion is "$LATEST"; allowed: empty, or the number of a published version
            pulumi config set workout-log:queryWorkoutsStableVersion '' --stack dev
          workout-log:throttleRate is "0"; allowed: a number above 0, up to 10000 (requests a second)
            pulumi config set workout-log:throttleRate 100 --stack dev
          workout-log:allowedNetworks[0] is "203.0.113.5/24"; allowed: a network without host bits; this address is in 203.0.113.0/24
            pulumi config set --path 'workout-log:allowedNetworks[0]' 203.0.113.0/24 --stack dev
          workout-log:allowedNetworks[1] is "2001:db8::1/32"; allowed: a network without host bits; this address is in 2001:db8::/32
            pulumi config set --path 'workout-log:allowedNetworks[1]' 2001:db8::/32 --stack dev
          workout-log:certificateArn is "arn:aws:acm:eu-west-1:123456789012:certificate/7c1a8c56-2a0c-4b0e-9a55-4d1f6bb4d6a1"; allowed: a certificate in us-east-1, the region of the stack; this one is in eu-west-1
            pulumi config set workout-log:certificateArn arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000 --stack dev
          workout-log:apiLogRetentionDays is "0"; allowed: one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 (days)
            pulumi config set workout-log:apiLogRetentionDays 30 --stack dev
          workout-log:alarmEmails is "[]"; allowed: at least one mail address, because production is true
            pulumi config set --path 'workout-log:alarmEmails[0]' oncall@example.com --stack dev
          workout-log:functionLogRetentionDays is "15"; allowed: one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 (days)
            pulumi config set workout-log:functionLogRetentionDays 14 --stack dev
          workout-log:workoutTypes is "[]"; allowed: a list of 1 to 50 different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter
            pulumi config set --path 'workout-log:workoutTypes[0]' RUN --stack dev
        """;

    [Fact]
    public async Task All_is_named_at_once_and_nothing_is_registered()
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        foreach (var (key, text) in _texts)
        {
            configuration.Values[$"{configuration.Project}:{key}"] = text;
        }

        var mocks = new Mock<IMocks>(MockBehavior.Strict);

        var exception = await Assert.ThrowsAsync<RunException>(() => ProgramRun.OfAsync(configuration, mocks));

        Assert.Equal(Message.ReplaceLineEndings("\n"), exception.Message.ReplaceLineEndings("\n"));
        mocks.Verify(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()), Times.Never);
    }

    [Fact]
    public async Task A_stack_without_a_region_is_told_so()
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        configuration.Values.Remove("aws:region");

        var exception = await Assert.ThrowsAsync<RunException>(() => ProgramRun.OfAsync(configuration, new Mock<IMocks>(MockBehavior.Strict)));

        Assert.Equal(
            """
            The configuration of stack dev is not valid; nothing was registered.
              aws:region is not set; allowed: the AWS region of the stack, such as us-east-1
                pulumi config set aws:region us-east-1 --stack dev
            """.ReplaceLineEndings("\n"),
            exception.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_deployment_shows_the_errors_without_a_stack_trace()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"aws:region":"us-east-1","workout-log:capcity":"onDemand"}""");

        // How Deployment.RunAsync<WorkoutStack>() makes the stack, too.
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<WorkoutStack>(
            new Mock<IMocks>(MockBehavior.Strict).Object,
            new TestOptions { ProjectName = "workout-log", StackName = "dev", RootDirectory = AppContext.BaseDirectory }));

        Assert.Equal(
            """
            The configuration of stack dev is not valid; nothing was registered.
              workout-log:capcity is "onDemand"; allowed: no such key; the nearest is capacity
                pulumi config rm workout-log:capcity --stack dev
                pulumi config set workout-log:capacity onDemand --stack dev
            """.ReplaceLineEndings("\n"),
            exception.Message.ReplaceLineEndings("\n"));
    }
}
