using Moq;
using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Local;

namespace WorkoutLog.Infra.Tests.Settings;

public class BadConfigurationTests
{
    [Fact]
    public async Task All_is_named_at_once_and_nothing_is_registered()
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        configuration.Values["workout-log:capacityMin"] = "many";
        configuration.Values["workout-log:throttleRate"] = "0";
        var mocks = new Mock<IMocks>(MockBehavior.Strict);

        var exception = await Assert.ThrowsAsync<RunException>(() => ProgramRun.OfAsync(configuration, mocks));

        Assert.Equal(
            """
            The configuration of stack dev is not valid; nothing was registered.
              workout-log:capacityMin is "many"; allowed: a whole number from 1 to 40000 (capacity units)
                pulumi config set workout-log:capacityMin 10 --stack dev
              workout-log:throttleRate is "0"; allowed: a number above 0, up to 10000 (requests a second)
                pulumi config set workout-log:throttleRate 100 --stack dev
            """.ReplaceLineEndings("\n"),
            exception.Message.ReplaceLineEndings("\n"));
        mocks.Verify(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()), Times.Never);
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
